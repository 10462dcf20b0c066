resource "yandex_mdb_kafka_cluster" "orders" {
  name       = "orders"
  network_id = "net"
  config {
    version          = "3.9"
    zones            = ["ru-central1-a", "ru-central1-b", "ru-central1-d"]
    assign_public_ip = true
#                      ^^^^ KR504 warning Listener "clients" of cluster orders has public addresses: only its security groups restrict who connects; restrict their source ranges
    kafka {
      kafka_config {
        default_replication_factor = 3
      }
    }
  }
}

resource "yandex_mdb_kafka_cluster" "payments" {
  name       = "payments"
  network_id = "net"
  config {
    version          = "3.9"
    assign_public_ip = false
  }
}
