resource "confluent_kafka_cluster" "spread" {
  display_name = "regal"
  availability = "MULTI_ZONE"
  cloud        = "AWS"
  region       = "eu-central-1"
#                ^^^^^^^^^^^^^^ KR405 information Kafka cluster "regal" is in eu-central-1 (Germany): operated by IBM, subject to US law
  standard {}
}
