resource "yandex_mdb_kafka_cluster" "shop" {
  name                = "shop"
  network_id          = "network-1"
  deletion_protection = false
#                       ^^^^^ KR714 information Nothing in the declaration of cluster shop keeps it from being deleted with all records; set deletion_protection to true
  config {
    version       = "3.9"
    brokers_count = 1
    zones         = ["ru-central1-a", "ru-central1-b", "ru-central1-d"]
    kafka {
      resources {
        resource_preset_id = "s2.micro"
        disk_type_id       = "network-ssd"
        disk_size          = 32
      }
    }
  }
}
