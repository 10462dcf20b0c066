variable "availability" {}

resource "confluent_kafka_cluster" "unknown" {
  display_name = "lager"
  availability = var.availability
  cloud        = "AWS"
  region       = "eu-central-1"
#                ^^^^^^^^^^^^^^ KR405 information Kafka cluster "lager" is in eu-central-1 (Germany): operated by IBM, subject to US law
  basic {}
}
