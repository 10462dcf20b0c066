# Three brokers of Strimzi.
resource "kubectl_manifest" "kafka" {
  yaml_body = templatefile("${path.module}/templates/kafka.yaml.tftpl", { name = "shop", brokers = 3 })
}
