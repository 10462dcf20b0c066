resource "confluent_kafka_cluster" "one" {
  display_name = "lager"
  availability = "SINGLE_ZONE"
#                ^^^^^^^^^^^^^ KR307 information Cluster lager is of the type basic, which stands in a single availability zone: when the zone fails, nothing can be read or written; for production choose the type standard, enterprise or dedicated
  cloud        = "AWS"
  region       = "eu-central-1"
#                ^^^^^^^^^^^^^^ KR405 information Kafka cluster "lager" is in eu-central-1 (Germany): operated by IBM, subject to US law
  basic {}
}
