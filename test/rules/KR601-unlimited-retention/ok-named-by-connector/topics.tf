resource "kafka_topic" "ddl" {
  name               = "ddl-of-the-shop"
  partitions         = 1
  replication_factor = 3

  config = {
    "retention.ms" = "-1"
  }
}

resource "kafka_topic" "ddl_before" {
  name               = "ddl-before"
  partitions         = 1
  replication_factor = 3

  config = {
    "retention.ms" = "-1"
  }
}

resource "kafka_topic" "places" {
  name               = "worker-places"
  partitions         = 25
  replication_factor = 3

  config = {
    "retention.ms" = "-1"
  }
}
