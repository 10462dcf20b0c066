resource "kubernetes_config_map" "orders" {
  metadata {
    name = "orders"
  }
  data = {
    KAFKA_BOOTSTRAP_SERVERS = "kafka-0.kafka.shop.svc.cluster.local:9092"
#                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR502 information Unencrypted connection of client orders to Kafka; connect to a listener with TLS
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
