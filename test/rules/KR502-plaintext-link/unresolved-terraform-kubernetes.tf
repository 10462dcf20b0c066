resource "kubernetes_deployment" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    template {
      spec {
        container {
          name = "orders"
          env {
            name = "KAFKA_BOOTSTRAP_SERVERS"
            value_from {
              secret_key_ref {
                name = "kafka"
                key  = "brokers"
              }
            }
          }
          env {
            name  = "KAFKA_SECURITY_PROTOCOL"
            value = var.protocol
          }
        }
      }
    }
  }
}
