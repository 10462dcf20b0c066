variable "region" {}

resource "confluent_kafka_cluster" "this" {
  display_name = "orders"
  availability = "MULTI_ZONE"
  cloud        = "AWS"
  region       = var.region
  standard {}
}
