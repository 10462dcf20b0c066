provider "aws" {
  region = "eu-central-1"
#          ^^^^^^^^^^^^^^ KR405 information Kafka cluster "shop" is in eu-central-1 (Germany): operated by Amazon, subject to US law
}

resource "aws_msk_cluster" "shop" {
  cluster_name           = "shop"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  storage_mode           = "TIERED"

  broker_node_group_info {
    instance_type  = "kafka.m7g.large"
    client_subnets = ["subnet-1", "subnet-2", "subnet-3"]
  }

  client_authentication {
    sasl {
      iam = true
    }
  }

  encryption_info {
    encryption_at_rest_kms_key_arn = aws_kms_key.shop.arn
  }

  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = true
#                   ^^^^ KR406 information Telemetry of cluster "shop" is sent to us-east-1 (United States): outside the EEA
        log_group = aws_cloudwatch_log_group.brokers.name
      }
    }
  }
}

resource "aws_cloudwatch_log_group" "brokers" {
  region = "us-east-1"
  name   = "/msk/brokers"
}
