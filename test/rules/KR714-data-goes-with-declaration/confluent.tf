resource "confluent_kafka_cluster" "shop" {
#                                  ^^^^^^ KR714 hint Nothing in the declaration of cluster shop keeps it from being deleted with all records; set prevent_destroy to true
  display_name = "shop"
  availability = "MULTI_ZONE"
  cloud        = "AWS"
  region       = "eu-central-1"
#                ^^^^^^^^^^^^^^ KR405 information Kafka cluster "shop" is in eu-central-1 (Germany): operated by IBM, subject to US law
  standard {}
}

resource "confluent_kafka_topic" "orders" {
  kafka_cluster {
    id = confluent_kafka_cluster.shop.id
  }
  topic_name = "orders"
}
