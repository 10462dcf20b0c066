variable "kept" {
  type = bool
}

resource "aiven_kafka" "shop" {
  project                = "shop"
  cloud_name             = "upcloud-de-fra"
#                          ^^^^^^^^^^^^^^^^ KR405 hint Kafka cluster "kafka-shop" is in de-fra (Germany): operated by Aiven, possibly subject to US law
  plan                   = "business-4"
  service_name           = "kafka-shop"
  termination_protection = var.kept
}

resource "aiven_kafka_topic" "orders" {
  project      = "shop"
  service_name = aiven_kafka.shop.service_name
  topic_name   = "orders"
  partitions   = 3
  replication  = 3
}
