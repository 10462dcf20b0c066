resource "aws_msk_cluster" "shop" {
#                          ^^^^^^ KR508 information Cluster shop is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key
#                          ^^^^^^ KR509 information Cluster shop does not deliver its broker logs; configure a log group, a bucket or a delivery stream
  cluster_name           = "shop"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  storage_mode           = "LOCAL"

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-a", "subnet-b", "subnet-c"]
    security_groups = ["sg-0f3a"]
  }

  client_authentication {
    sasl {
      iam = true
    }
  }

  configuration_info {
    arn      = aws_msk_configuration.own.arn
    revision = 1
  }
}

resource "aws_msk_configuration" "own" {
  name              = "own"
  server_properties = <<EOT
unclean.leader.election.enable = false
EOT
}
