provider "kafka" {
  bootstrap_servers = ["127.0.0.1:9092"]
  tls_enabled       = false
}

resource "kafka_topic" "orders" {
  name               = "orders"
  replication_factor = 1
#                      ^ KR301 folded warning Topic orders has 1 replica; use at least 3, on as many brokers (changed in place: with brokers older than 2.4 the topic is deleted with its records, with newer ones its partitions are reassigned at once)
  partitions         = 12
}
