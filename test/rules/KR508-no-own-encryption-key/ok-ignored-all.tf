resource "aws_msk_cluster" "orders" {
  cluster_name           = "orders"
  number_of_broker_nodes = 3
  lifecycle {
    ignore_changes = all
  }
}
