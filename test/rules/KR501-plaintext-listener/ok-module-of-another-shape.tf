# Nothing tells that it is a cluster of MSK
module "orders" {
  source                 = "example/kafka/kubernetes"
  name                   = "orders"
  kafka_version          = "4.3.0"
  broker_count           = 3
  instance_type          = "m7g.large"
  client_broker_protocol = "PLAINTEXT"
}
