# The resources of Amazon MSK.
provider "aws" {
  region = var.region
}

variable "region" {
  type    = string
  default = "eu-central-1"
}

resource "aws_subnet" "k" {
  count             = 3
  availability_zone = "${var.region}${["a", "b", "c"][count.index]}"
}

resource "aws_msk_configuration" "shop" {
  name = "shop"

  server_properties = <<-EOT
    default.replication.factor = 3
    min.insync.replicas        = ${local.minimum}
    log.retention.hours        = ${var.hours}
  EOT
}

locals {
  minimum = 3 - 1
}

resource "aws_msk_cluster" "shop" {
  cluster_name           = "shop-${lower("EU")}"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = length(aws_subnet.k)
  storage_mode           = "TIERED"

  configuration_info {
    arn      = aws_msk_configuration.shop.arn
    revision = 1
  }

  broker_node_group_info {
    instance_type  = "express.m7g.large"
    client_subnets = aws_subnet.k[*].id

    connectivity_info {
      public_access {
        type = "DISABLED"
      }
    }
  }

  client_authentication {
    sasl {
      iam   = true
      scram = var.scram
    }
  }

  encryption_info {
    encryption_in_transit {
      client_broker = "TLS"
      in_cluster    = true
    }
  }

  logging_info {
    broker_logs {
      firehose {
        enabled         = true
        delivery_stream = aws_kinesis_firehose_delivery_stream.logs.name
      }
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "logs" {
  region = "eu-west-1"
  name   = "logs"
}

resource "aws_msk_serverless_cluster" "events" {
  cluster_name = "events"

  vpc_config {
    subnet_ids = ["subnet-1", "subnet-2"]
  }
}

resource "aws_msk_topic" "orders" {
  cluster_arn        = aws_msk_cluster.shop.arn
  name               = "orders"
  partition_count    = 3
  replication_factor = 3
  configs            = "{\"retention.ms\": 86400000}"
}

resource "aws_msk_replicator" "standby" {
  replicator_name = "standby"

  kafka_cluster {
    amazon_msk_cluster {
      msk_cluster_arn = aws_msk_cluster.shop.arn
    }
  }

  kafka_cluster {
    apache_kafka_cluster {
      apache_kafka_cluster_id = "own"
      bootstrap_broker_string = "kafka.example.org:9093"
    }
  }

  replication_info_list {
    source_kafka_cluster_arn = aws_msk_cluster.shop.arn
    target_kafka_cluster_id  = "own"

    topic_replication {
      topics_to_replicate = ["orders", "stock"]
    }

    consumer_group_replication {
      consumer_groups_to_replicate    = ["cg-.*"]
      consumer_group_offset_sync_mode = "LEGACY"
    }
  }
}

resource "aws_mskconnect_worker_configuration" "plain" {
  name                    = "plain"
  properties_file_content = <<EOT
key.converter=org.apache.kafka.connect.storage.StringConverter
offset.storage.replication.factor=3
EOT
}

resource "aws_mskconnect_connector" "sink" {
  name = "s-4001"

  connector_configuration = {
    "connector.class" = "io.confluent.connect.s3.S3SinkConnector"
    "s3.region"       = data.aws_region.current.name
  }

  worker_configuration {
    arn      = aws_mskconnect_worker_configuration.plain.arn
    revision = 1
  }
}

data "aws_region" "current" {}

resource "aws_vpc" "foreign" {
  cidr_block = "10.0.0.0/16"
}
