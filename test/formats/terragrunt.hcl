terraform {
  source = "../../modules/shipper"
}

inputs = {
  kafka_bootstrap_servers = "broker-1.example.eu:9092"
  kafka_group_id          = "shipper"
  subnets                 = dependency.network.outputs.subnets
}
