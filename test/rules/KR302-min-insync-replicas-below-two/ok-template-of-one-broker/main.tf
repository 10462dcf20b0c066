# One broker of Strimzi, as long as nobody asks for more.
variable "brokers" {
  type    = number
  default = 1
}

resource "kubectl_manifest" "kafka" {
  yaml_body = templatefile("${path.module}/templates/kafka.yaml.tpl", {
    name    = "shop"
    brokers = var.brokers
  })
}
