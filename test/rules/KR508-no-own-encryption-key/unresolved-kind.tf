variable "kind" {
  type = string
}

resource "confluent_kafka_cluster" "shop" {
  display_name = "shop"
  availability = "SINGLE_ZONE"
#                ^^^^^^^^^^^^^ KR307 information Cluster shop stands in a single availability zone: when the zone fails, nothing can be read or written; only a new cluster spans several zones
  cloud        = "AWS"
  region       = "eu-central-1"
#                ^^^^^^^^^^^^^^ KR405 information Kafka cluster "shop" is in eu-central-1 (Germany): operated by IBM, subject to US law

  dynamic "dedicated" {
    for_each = var.kind == "dedicated" ? [1] : []
    content {
      cku = 2
    }
  }
}
