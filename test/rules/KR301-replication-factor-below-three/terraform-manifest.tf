resource "kubernetes_manifest" "orders" {
  manifest = {
    apiVersion = "kafka.strimzi.io/v1"
    kind       = "KafkaTopic"
    metadata = {
      name = "orders"
    }
    spec = {
      partitions = 3
      replicas   = 2
#                  ^ KR301 warning Topic orders keeps 2 replicas; expected at least 3
    }
  }
}

resource "kubectl_manifest" "stock" {
  yaml_body = <<YAML
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: stock
spec:
  replicas: 1
#           ^ KR301 warning Topic stock keeps 1 replica; expected at least 3
YAML
}
