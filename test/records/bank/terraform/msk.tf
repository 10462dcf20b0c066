provider "aws" {
  region = var.region
}

variable "region" {
  default = "eu-central-1"
}

resource "aws_msk_cluster" "bank" {
  cluster_name           = "bank"
  kafka_version          = "3.9.x"
  number_of_broker_nodes = 3
  broker_node_group_info {
    instance_type  = "kafka.m7g.large"
    client_subnets = ["subnet-a", "subnet-b", "subnet-c"]
  }
  encryption_info {
    encryption_at_rest_kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/0d1c"
    encryption_in_transit {
      client_broker = "TLS"
      in_cluster    = true
    }
  }
  client_authentication {
    sasl {
      scram = true
    }
  }
}

resource "aws_msk_topic" "executed" {
  name               = "payments.executed"
  cluster_arn        = aws_msk_cluster.bank.arn
  partition_count    = 12
  replication_factor = 3
  configs            = jsonencode({ "retention.ms" = "604800000" })
}

resource "aws_msk_topic" "rejected" {
  name               = "payments.rejected"
  cluster_arn        = aws_msk_cluster.bank.arn
  partition_count    = 12
  replication_factor = 3
  configs            = jsonencode({ "retention.ms" = "604800000" })
}

resource "aws_msk_topic" "instant" {
  name               = "payments.instant"
  cluster_arn        = aws_msk_cluster.bank.arn
  partition_count    = 12
  replication_factor = 3
  configs            = jsonencode({ "retention.ms" = "604800000" })
}

resource "aws_msk_topic" "scores" {
  name               = "credit.scores"
  cluster_arn        = aws_msk_cluster.bank.arn
  partition_count    = 6
  replication_factor = 3
  configs            = jsonencode({ "cleanup.policy" = "compact" })
}

resource "aws_msk_topic" "applications" {
  name               = "credit.applications"
  cluster_arn        = aws_msk_cluster.bank.arn
  partition_count    = 6
  replication_factor = 3
  configs            = jsonencode({ "retention.ms" = "7776000000" })
}

resource "aws_msk_topic" "rates" {
  name               = "fx.rates"
  cluster_arn        = aws_msk_cluster.bank.arn
  partition_count    = 3
  replication_factor = 3
  configs            = jsonencode({ "retention.ms" = "86400000" })
}

resource "aws_msk_replicator" "dr" {
  replicator_name            = "dr"
  service_execution_role_arn = "arn:aws:iam::111122223333:role/dr"
  kafka_cluster {
    amazon_msk_cluster { msk_cluster_arn = aws_msk_cluster.bank.arn }
  }
  kafka_cluster {
    amazon_msk_cluster { msk_cluster_arn = "arn:aws:kafka:us-east-1:111122223333:cluster/bank-dr/5b1c" }
  }
  replication_info_list {
    source_kafka_cluster_arn = aws_msk_cluster.bank.arn
    target_kafka_cluster_arn = "arn:aws:kafka:us-east-1:111122223333:cluster/bank-dr/5b1c"
    target_compression_type  = "NONE"
    topic_replication {
      topics_to_replicate = ["payments\\..*"]
    }
    consumer_group_replication {
      consumer_groups_to_replicate = ["cg-.*"]
    }
  }
}
