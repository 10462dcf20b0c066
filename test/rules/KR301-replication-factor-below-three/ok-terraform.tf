resource "kafka_topic" "orders" {
  name               = "orders"
  partitions         = 6
  replication_factor = 3
}

resource "confluent_kafka_topic" "orders" {
  topic_name       = "orders"
  partitions_count = 6
}

resource "aws_ecs_service" "kafka" {
  replication_factor = 1
}
