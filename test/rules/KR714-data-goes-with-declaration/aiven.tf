resource "aiven_kafka" "open" {
  project                = "shop"
  cloud_name             = "upcloud-de-fra"
#                          ^^^^^^^^^^^^^^^^ KR405 hint Kafka cluster "kafka-open" is in de-fra (Germany): operated by Aiven, possibly subject to US law
  plan                   = "business-4"
  service_name           = "kafka-open"
  termination_protection = false
#                          ^^^^^ KR714 information Nothing in the declaration of cluster kafka-open keeps it from being deleted with all records; set termination_protection to true
}

resource "aiven_kafka" "unset" {
#                      ^^^^^^^ KR714 hint Nothing in the declaration of cluster kafka-unset keeps it from being deleted with all records; set termination_protection to true
  project      = "shop"
  cloud_name   = "upcloud-de-fra"
  plan         = "business-4"
  service_name = "kafka-unset"
}

resource "aiven_kafka_topic" "orders" {
  project      = "shop"
  service_name = aiven_kafka.unset.service_name
  topic_name   = "orders"
  partitions   = 3
  replication  = 3
}
