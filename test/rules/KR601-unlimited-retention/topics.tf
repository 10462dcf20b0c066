resource "kafka_topic" "orders" {
  name               = "orders"
  partitions         = 6
  replication_factor = 3

  config = {
    "retention.ms" = "-1"
#                    ^^^^ KR601 information Topic orders keeps its records indefinitely (retention.ms=-1); set a limit
  }
}

resource "confluent_kafka_topic" "returns" {
  topic_name = "returns"

  config = {
    "retention.ms" = var.retention
  }
}

resource "aiven_kafka_topic" "stock" {
  service_name = "kafka"
  topic_name   = "stock"
  partitions   = 3
  replication  = 3

  config {
    retention_ms = "-1"
#                  ^^^^ KR601 information Topic stock keeps its records indefinitely (retention.ms=-1); set a limit
  }
}
