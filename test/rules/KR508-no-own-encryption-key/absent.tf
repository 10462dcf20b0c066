resource "aws_msk_cluster" "shop" {
#                          ^^^^^^ KR508 information Cluster shop is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key
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

  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = true
        log_group = "brokers"
      }
      s3 {
        enabled = false
      }
    }
  }
}
