module "parcels" {
  source                 = "git::https://git.example.org/terraform/msk.git?ref=v2"
  name                   = "parcels"
  kafka_version          = "2.8.1"
#                          ^^^^^^^ KR512 warning Kafka 2.8.1 of cluster parcels: Amazon MSK ended its support on 2024-09-11 and upgrades such clusters by itself; upgrade
  number_of_broker_nodes = 3
  broker_instance_type   = "kafka.m7g.large"
}
