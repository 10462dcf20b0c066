resource "kubernetes_config_map" "orders" {
  metadata {
    name = "orders"
  }
  data = {
    KAFKA_BOOTSTRAP_SERVERS = "kafka-0.kafka.shop.svc.cluster.local:9093"
    KAFKA_SECURITY_PROTOCOL = "SSL"
  }
}

resource "kubernetes_deployment" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    template {
      spec {
        container {
          name = "orders"
          env_from {
            config_map_ref {
              name = kubernetes_config_map.orders.metadata[0].name
            }
          }
        }
      }
    }
  }
}
