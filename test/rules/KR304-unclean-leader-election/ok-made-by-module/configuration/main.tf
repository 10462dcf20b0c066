variable "name" {
  type = string
}

variable "server_properties" {
  type = map(string)
  default = {
    "auto.create.topics.enable"      = "false"
    "default.replication.factor"     = "3"
    "min.insync.replicas"            = "2"
    "unclean.leader.election.enable" = "false"
  }
}

resource "aws_msk_configuration" "main" {
  name              = var.name
  server_properties = join("\n", [for key, value in var.server_properties : format("%s = %s", key, value)])
}
