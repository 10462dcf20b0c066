variable "environment" {}

resource "aws_msk_cluster" "events" {
#                          ^^^^^^^^ KR508 information Cluster events-production is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key
  cluster_name           = "events-${var.environment}"
  kafka_version          = "3.9.x"
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type  = "kafka.m7g.large"
    client_subnets = ["subnet-1", "subnet-2", "subnet-3"]
  }

  configuration_info {
    arn      = var.configuration
    revision = 1
  }

  client_authentication {
    sasl {
      iam = true
    }
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
