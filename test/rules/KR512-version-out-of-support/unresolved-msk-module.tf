module "parcels" {
  source                 = "git::https://git.example.org/terraform/msk.git?ref=v2"
  name                   = "parcels"
  kafka_version          = var.kafka_version
  number_of_broker_nodes = 3
}
