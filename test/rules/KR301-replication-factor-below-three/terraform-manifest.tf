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
#                  ^ KR301 warning Topic orders has 2 replicas; use at least 3, on as many brokers
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
#           ^ KR301 warning Topic stock has 1 replica; use at least 3, on as many brokers
YAML
}
