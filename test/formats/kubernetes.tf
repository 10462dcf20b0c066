# Objects of Kubernetes that Terraform makes
resource "kubernetes_config_map_v1" "orders" {
  metadata {
    name = "orders-${var.stage}"
  }
  data = {
    KAFKA_BOOTSTRAP_SERVERS = "kafka-0.kafka.shop.svc.cluster.local:9092"
  }
}

resource "kubernetes_config_map" "own" {
  metadata {
    name = "billing"
  }
  data = {
    KAFKA_BROKERS = "kafka.shop:9092"
  }
}

resource "kubernetes_secret" "orders" {
  metadata {
    name = "orders"
  }
  data = {
    KAFKA_SASL_USERNAME = "orders"
  }
}

resource "kubernetes_deployment_v1" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    selector {
      match_labels = { app = "orders" }
    }
    template {
      metadata {
        labels = { app = "orders", part_of = "shop" }
      }
      spec {
        container {
          name = "orders"
          env_from {
            config_map_ref {
              name = kubernetes_config_map_v1.orders.metadata[0].name
            }
          }
        }
      }
    }
  }
}

resource "kubernetes_service" "orders" {
  metadata {
    name = "orders"
  }
  spec {
    type     = "NodePort"
    selector = { app = kubernetes_deployment_v1.orders.spec[0].template[0].metadata.0.labels.app }
    port {
      port        = 80
      target_port = 8080
    }
  }
}

locals {
  brokers = {
    KAFKA_PROCESS_ROLES = "broker"
    KAFKA_LISTENERS     = "SASL_SSL://:9093"
  }
}

resource "kubernetes_stateful_set" "kafka" {
  metadata {
    name      = "kafka"
    namespace = "events"
  }
  spec {
    replicas     = 5
    service_name = "kafka"
    template {
      metadata {
        labels = { app = "kafka" }
      }
      spec {
        container {
          name  = "kafka"
          image = "apache/kafka:3.9.1"
          dynamic "env" {
            for_each = local.brokers
            content {
              name  = env.key
              value = env.value
            }
          }
          volume_mount {
            name       = "data"
            mount_path = "/kafka/data"
          }
        }
        container {
          name  = "exporter"
          image = "exporter"
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

# How many there are by default
resource "kubernetes_stateful_set" "one" {
  metadata {
    name = "one"
  }
  spec {
    service_name = "one"
    template {
      spec {
        container {
          name = "one"
          env {
            name  = "KAFKA_NODE_ID"
            value = "1"
          }
          env {
            name  = "KAFKA_PROCESS_ROLES"
            value = "broker,controller"
          }
        }
      }
    }
  }
}

# How many there are, somebody else decides
resource "kubernetes_stateful_set" "scaled" {
  metadata {
    name = "scaled"
  }
  spec {
    service_name = "scaled"
    template {
      spec {
        container {
          name = "scaled"
          env {
            name  = "KAFKA_PROCESS_ROLES"
            value = "broker"
          }
          env_from {
            secret_ref {
              name = "more"
            }
          }
        }
      }
    }
  }
  lifecycle {
    ignore_changes = [spec[0].replicas]
  }
}

resource "kubernetes_manifest" "broker" {
  manifest = {
    apiVersion = "apps/v1"
    kind       = "StatefulSet"
    metadata   = { name = "written" }
    spec = {
      replicas = 3
      template = {
        spec = {
          containers = [{
            name = "written"
            env  = [{ name = "KAFKA_BROKER_ID", value = "1" }]
          }]
        }
      }
    }
  }
}

resource "kubectl_manifest" "client" {
  yaml_body = <<-YAML
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: billing
    spec:
      template:
        spec:
          containers:
            - name: billing
              env:
                - name: KAFKA_BROKERS
                  value: kafka.events:9092
  YAML
}
