variable "replicas" {
  default = 3
}

resource "aws_msk_configuration" "parcels" {
  name              = "parcels"
  server_properties = join("\n", ["auto.create.topics.enable=false", "default.replication.factor=${var.replicas}", "unclean.leader.election.enable=${var.replicas == 2}", "min.insync.replicas=2"])
}

resource "aws_msk_cluster" "parcels" {
#                          ^^^^^^^^^ KR508 information Cluster parcels is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key
#                          ^^^^^^^^^ KR509 information Cluster parcels does not deliver its broker logs; configure a log group, a bucket or a delivery stream
  cluster_name           = "parcels"
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
    arn      = aws_msk_configuration.parcels.arn
    revision = 1
  }
}
