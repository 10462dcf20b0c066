module "parcels" {
  source                 = "git::https://git.example.org/terraform/msk.git?ref=v2"
  name                   = "parcels"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  broker_instance_type   = "kafka.m7g.large"
}

module "console" {
  source        = "app.example.org/shop/kafka-ui/aws"
  kafka_version = "2.8.1"
}
