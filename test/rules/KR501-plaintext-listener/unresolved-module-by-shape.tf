module "orders" {
  source                   = "example/msk/aws"
  cluster_name             = "orders"
  kafka_version            = "3.9.x"
  broker_count             = 3
  client_broker_encryption = var.encryption
}
