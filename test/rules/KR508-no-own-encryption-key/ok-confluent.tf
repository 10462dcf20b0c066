resource "confluent_kafka_cluster" "shop" {
  display_name = "shop"
  availability = "MULTI_ZONE"
  cloud        = "AWS"
  region       = "eu-central-1"
#                ^^^^^^^^^^^^^^ KR405 information Kafka cluster "shop" is in eu-central-1 (Germany): operated by IBM, subject to US law
  dedicated {
    cku = 2
  }
  byok_key {
    id = confluent_byok_key.shop.id
  }
}

resource "confluent_kafka_cluster" "small" {
  display_name = "small"
  availability = "SINGLE_ZONE"
#                ^^^^^^^^^^^^^ KR307 information Cluster small stands in a single availability zone: when the zone fails, nothing can be read or written; only a new cluster spans several zones
  cloud        = "AWS"
  region       = "eu-central-1"
  standard {}
}
