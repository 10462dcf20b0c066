resource "aiven_kafka" "kept" {
  project                = "shop"
  cloud_name             = "upcloud-de-fra"
#                          ^^^^^^^^^^^^^^^^ KR405 hint Kafka cluster "kafka-kept" is in de-fra (Germany): operated by Aiven, possibly subject to US law
  plan                   = "business-4"
  service_name           = "kafka-kept"
  termination_protection = true
}

resource "aiven_kafka" "held" {
  project      = "shop"
  cloud_name   = "upcloud-de-fra"
  plan         = "business-4"
  service_name = "kafka-held"

  lifecycle {
    prevent_destroy = true
  }
}

resource "aiven_kafka_topic" "orders" {
  project      = "shop"
  service_name = aiven_kafka.held.service_name
  topic_name   = "orders"
  partitions   = 3
  replication  = 3
}

# No topic is declared for it: nobody knows what it holds.
resource "aiven_kafka" "empty" {
  project      = "shop"
  cloud_name   = "upcloud-de-fra"
  plan         = "business-4"
  service_name = "kafka-empty"
}
