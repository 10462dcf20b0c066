variable "name" {
  type = string
}

variable "server_properties" {
  type = map(string)
  default = {
    "auto.create.topics.enable"      = "false"
    "default.replication.factor"     = "3"
    "min.insync.replicas"            = "2"
    "num.partitions"                 = "6"
  }
}

resource "aws_msk_configuration" "main" {
  name              = var.name
  server_properties = join("\n", formatlist("%s=%s", keys(var.server_properties), values(var.server_properties)))
}
