variable "kind" {
  type = string
}

resource "confluent_kafka_cluster" "shop" {
  display_name = "shop"
  availability = "SINGLE_ZONE"
  cloud        = "AWS"
  region       = "eu-central-1"

  dynamic "dedicated" {
    for_each = var.kind == "dedicated" ? [1] : []
    content {
      cku = 2
    }
  }
}
