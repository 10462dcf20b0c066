resource "kafka_topic" "orders" {
  name               = "orders"
  partitions         = 6
  replication_factor = var.copies
}

resource "aws_msk_configuration" "file" {
  name              = "file"
  server_properties = templatefile("${path.module}/server.properties", {})
}

resource "kafka_topic" "circle" {
  name               = "circle"
  partitions         = 1
  replication_factor = local.a
}

locals {
  a = local.b
  b = local.a
}
