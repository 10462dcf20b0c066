resource "aws_msk_cluster" "shop" {
  cluster_name           = "shop"
  kafka_version          = var.kafka_version
  number_of_broker_nodes = 3

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
}

variable "kafka_version" {
}
