provider "aws" {
  region = var.region
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
        bucket  = "logs"
      }
    }
  }
}

resource "aws_msk_cluster" "elsewhere" {
#                          ^^^^^^^^^^^ KR503 information Listener "client_broker" of cluster elsewhere does not require authentication; move its clients to a listener with tls
#                          ^^^^^^^^^^^ KR508 information Cluster elsewhere is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key
#                          ^^^^^^^^^^^ KR509 information Cluster elsewhere does not deliver its broker logs; configure a log group, a bucket or a delivery stream
  provider               = aws.unknown
  cluster_name           = "elsewhere"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = var.nodes
}
