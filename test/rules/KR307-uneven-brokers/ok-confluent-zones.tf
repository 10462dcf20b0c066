resource "confluent_kafka_cluster" "several" {
#                                  ^^^^^^^^^ KR508 information Cluster lager is encrypted at rest with a key managed by Confluent; only a new cluster takes a self-managed key (byok_key)
  display_name = "lager"
  availability = "MULTI_ZONE"
  cloud        = "AWS"
  region       = "eu-central-1"
#                ^^^^^^^^^^^^^^ KR405 information Kafka cluster "lager" is in eu-central-1 (Germany): operated by IBM, subject to US law
  dedicated {
    cku = 2
  }
}

resource "confluent_kafka_cluster" "level" {
  display_name = "regal"
  availability = "HIGH"
  cloud        = "AWS"
  region       = "eu-central-1"
  standard {}
}
