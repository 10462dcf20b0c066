provider "kafka" {
  bootstrap_servers = ["127.0.0.1:9092"]
  tls_enabled       = false
}

resource "kafka_topic" "orders" {
  name               = "orders"
  replication_factor = 1
#                      ^ KR301 folded warning Topic orders has 1 replica; use at least 3
  partitions         = 12
}
