resource "aws_msk_topic" "orders" {
  cluster_arn        = aws_msk_cluster.shop.arn
  name               = "orders"
  partition_count    = 24
  replication_factor = 3
  configs            = jsonencode({ "retention.ms" = "604800000" })
}

resource "aws_msk_topic" "customers" {
  cluster_arn        = aws_msk_cluster.shop.arn
  name               = "customers"
  partition_count    = 12
  replication_factor = 3
  configs            = jsonencode({ "cleanup.policy" = "compact", "max.compaction.lag.ms" = "86400000" })
}

resource "aws_msk_topic" "payments" {
  cluster_arn        = aws_msk_cluster.shop.arn
  name               = "payments"
  partition_count    = 12
  replication_factor = 3
  configs            = jsonencode({ "retention.ms" = "-1" })
}

resource "aws_msk_topic" "Shelf_Sensors" {
  cluster_arn        = aws_msk_cluster.shop.arn
  name               = "Shelf_Sensors"
  partition_count    = 6
  replication_factor = 2
}

resource "aws_msk_topic" "absences" {
  cluster_arn        = aws_msk_cluster.shop.arn
  name               = "absences"
  partition_count    = 3
  replication_factor = 3
  configs            = jsonencode({ "retention.ms" = "2592000000", "min.insync.replicas" = "1" })
}

variable "complaints_partitions" {}

resource "aws_msk_topic" "complaints" {
  cluster_arn        = aws_msk_cluster.shop.arn
  name               = "complaints"
  partition_count    = var.complaints_partitions
  replication_factor = 3
  configs            = jsonencode({ "retention.ms" = "7776000000" })
}
