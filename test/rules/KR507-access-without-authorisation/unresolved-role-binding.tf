variable "topic" {}

resource "confluent_role_binding" "reader" {
  principal   = "User:svc-a41"
  role_name   = "DeveloperRead"
  crn_pattern = "${confluent_kafka_cluster.shop.rbac_crn}/kafka=${confluent_kafka_cluster.shop.id}/topic=${var.topic}"
}
