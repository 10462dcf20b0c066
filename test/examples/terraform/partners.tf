# Returns that Lindenhof handles for partner shops.
variable "region" {
  default = "eu-west-1"
}

provider "aws" {
  region = var.region
}

resource "aws_msk_cluster" "partners" {
  cluster_name           = "partners"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type  = "kafka.m7g.large"
    client_subnets = aws_subnet.private[*].id
  }

  configuration_info {
    arn      = aws_msk_configuration.partners.arn
    revision = aws_msk_configuration.partners.latest_revision
  }
}

resource "aws_msk_configuration" "partners" {
  name = "partners"

  server_properties = <<-EOT
    auto.create.topics.enable = false
    default.replication.factor = 2
    min.insync.replicas = 2
    log.retention.hours = 720
  EOT
}
