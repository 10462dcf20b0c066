variable "kind" {
  type    = string
  default = "basic"
}

resource "confluent_kafka_cluster" "shop" {
  display_name = "shop"
  availability = "SINGLE_ZONE"
#                ^^^^^^^^^^^^^ KR307 information Cluster shop is of the type basic, which stands in a single availability zone: when the zone fails, nothing can be read or written; for production choose the type standard, enterprise or dedicated
  cloud        = "AWS"
  region       = "eu-central-1"
#                ^^^^^^^^^^^^^^ KR405 information Kafka cluster "shop" is in eu-central-1 (Germany): operated by IBM, subject to US law

  dynamic "basic" {
    for_each = var.kind == "basic" ? [1] : []
    content {}
  }

  dynamic "dedicated" {
    for_each = var.kind == "dedicated" ? [1] : []
    content {
      cku = 2
    }
  }
}
