resource "confluent_kafka_cluster" "one" {
  display_name = "regal"
  availability = "SINGLE_ZONE"
#                ^^^^^^^^^^^^^ KR307 information Cluster regal stands in a single availability zone: when the zone fails, nothing can be read or written; only a new cluster spans several zones
  cloud        = "AWS"
  region       = "eu-central-1"
#                ^^^^^^^^^^^^^^ KR405 information Kafka cluster "regal" is in eu-central-1 (Germany): operated by IBM, subject to US law
  standard {}
}
