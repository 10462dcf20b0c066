terraform {
  backend "s3" {
    bucket = "state"
    region = "ap-southeast-1"
  }
}

provider "aws" {
  region = var.region
}

provider "aws" {
  alias  = "edge"
  region = "us-east-1"
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
      s3 {
        enabled = true
#                 ^^^^ KR406 hint Telemetry of cluster "shop" is sent to us-west-2 (United States): outside the EEA
        bucket  = "logs"
      }
    }
  }
}
