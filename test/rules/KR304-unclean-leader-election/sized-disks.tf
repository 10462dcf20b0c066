variable "environment" {}

resource "aws_msk_cluster" "orders" {
#                          ^^^^^^^^ KR304 warning unclean.leader.election.enable is not set and defaults to true: an out-of-sync replica can become leader, and acknowledged writes are lost; set it to false
  cluster_name           = "orders"
  kafka_version          = "3.9.x"
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type  = var.environment == "production" ? "kafka.m7g.large" : "kafka.t3.small"
    client_subnets = ["subnet-1", "subnet-2", "subnet-3"]
    storage_info {
      ebs_storage_info {
        volume_size = var.environment == "production" ? 500 : 100
      }
    }
  }

  client_authentication {
    sasl {
      iam = true
    }
  }

  encryption_info {
    encryption_at_rest_kms_key_arn = aws_kms_key.orders.arn
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
