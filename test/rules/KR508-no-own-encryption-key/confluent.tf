resource "confluent_kafka_cluster" "shop" {
#                                  ^^^^^^ KR508 information Cluster shop is encrypted at rest with a key managed by Confluent; only a new cluster takes a self-managed key (byok_key)
  display_name = "shop"
  availability = "MULTI_ZONE"
  cloud        = "AWS"
  region       = "eu-central-1"
#                ^^^^^^^^^^^^^^ KR405 information Kafka cluster "shop" is in eu-central-1 (Germany): operated by IBM, subject to US law
  dedicated {
    cku = 2
  }
}
