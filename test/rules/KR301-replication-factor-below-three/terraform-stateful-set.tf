resource "kubernetes_stateful_set_v1" "kafka" {
  metadata {
    name = "kafka"
  }
  spec {
    replicas     = 3
    service_name = "kafka"
    selector {
      match_labels = { app = "kafka" }
    }
    template {
      metadata {
        labels = { app = "kafka" }
      }
      spec {
        container {
          name  = "kafka"
#                 ^^^^^^^ KR301 warning default.replication.factor is not set: topics without a factor of their own get 1 replica; set it to 3
          image = "apache/kafka:4.3.0"
          env {
            name  = "KAFKA_PROCESS_ROLES"
            value = "broker"
          }
          env {
            name  = "KAFKA_LISTENERS"
            value = "SASL_SSL://:9093"
          }
          env {
            name  = "KAFKA_AUTHORIZER_CLASS_NAME"
            value = "org.apache.kafka.metadata.authorizer.StandardAuthorizer"
          }
          env {
            name  = "KAFKA_MIN_INSYNC_REPLICAS"
            value = "2"
          }
          volume_mount {
            name       = "data"
            mount_path = "/kafka/data"
          }
        }
      }
    }
    volume_claim_template {
      metadata {
        name = "data"
      }
    }
  }
}
