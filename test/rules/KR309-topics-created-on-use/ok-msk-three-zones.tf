resource "aws_msk_cluster" "shop" {
#                          ^^^^^^ KR508 information Cluster shop is encrypted at rest with a key that Amazon keeps; expected a key of your own
#                          ^^^^^^ KR509 information Cluster shop keeps no logs of its brokers; expected a log group, a bucket or a stream
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
auto.create.topics.enable = true
EOT
}
