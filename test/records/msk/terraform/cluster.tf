resource "aws_cloudwatch_log_group" "brokers" {
  name              = "/msk/shipments"
  retention_in_days = 30
}

resource "aws_msk_configuration" "shipments" {
  name           = "shipments"
  kafka_versions = ["3.9.x"]
  server_properties = <<-EOT
    auto.create.topics.enable = false
    default.replication.factor = 3
    min.insync.replicas = 2
    unclean.leader.election.enable = false
    log.retention.hours = 168
  EOT
}

resource "aws_msk_cluster" "shipments" {
  cluster_name           = "shipments"
  kafka_version          = "3.9.x"
  number_of_broker_nodes = 3
  storage_mode           = "TIERED"
  enhanced_monitoring    = "PER_TOPIC_PER_PARTITION"

  broker_node_group_info {
    instance_type  = "kafka.m7g.large"
    client_subnets = ["subnet-a", "subnet-b", "subnet-c"]
  }

  configuration_info {
    arn      = aws_msk_configuration.shipments.arn
    revision = aws_msk_configuration.shipments.latest_revision
  }

  encryption_info {
    encryption_at_rest_kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/7c41"
    encryption_in_transit {
      client_broker = "TLS"
      in_cluster    = true
    }
  }

  client_authentication {
    sasl {
      iam = true
    }
  }

  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = true
        log_group = aws_cloudwatch_log_group.brokers.name
      }
    }
  }
}

resource "aws_msk_cluster" "standby" {
  provider               = aws.standby
  cluster_name           = "shipments-standby"
  kafka_version          = "3.9.x"
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type  = "kafka.m7g.large"
    client_subnets = ["subnet-d", "subnet-e", "subnet-f"]
  }

  encryption_info {
    encryption_at_rest_kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/91aa"
  }

  client_authentication {
    sasl {
      iam = true
    }
  }
}

resource "aws_msk_topic" "parcels" {
  name               = "parcels"
  cluster_arn        = aws_msk_cluster.shipments.arn
  partition_count    = 24
  replication_factor = 3
  configs            = jsonencode({ "retention.ms" = "604800000" })
}

resource "aws_msk_topic" "consignees" {
  name               = "consignees"
  cluster_arn        = aws_msk_cluster.shipments.arn
  partition_count    = 12
  replication_factor = 3
  configs            = jsonencode({ "cleanup.policy" = "compact" })
}

resource "aws_msk_topic" "customs" {
  name               = "customs"
  cluster_arn        = aws_msk_cluster.shipments.arn
  partition_count    = 6
  replication_factor = 3
  configs            = jsonencode({ "retention.ms" = "7776000000" })
}

resource "aws_msk_replicator" "standby" {
  replicator_name            = "standby"
  service_execution_role_arn = aws_iam_role.replicator.arn
  kafka_cluster {
    amazon_msk_cluster { msk_cluster_arn = aws_msk_cluster.shipments.arn }
  }
  kafka_cluster {
    amazon_msk_cluster { msk_cluster_arn = aws_msk_cluster.standby.arn }
  }
  replication_info_list {
    source_kafka_cluster_arn = aws_msk_cluster.shipments.arn
    target_kafka_cluster_arn = aws_msk_cluster.standby.arn
    target_compression_type  = "NONE"
    topic_replication {
      topics_to_replicate = ["parcels", "consignees", "customs"]
      topic_name_configuration {
        type = "IDENTICAL"
      }
      starting_position {
        type = "EARLIEST"
      }
    }
    consumer_group_replication {
      consumer_groups_to_replicate = ["cg-7fa1", "cg-20be"]
    }
  }
}
