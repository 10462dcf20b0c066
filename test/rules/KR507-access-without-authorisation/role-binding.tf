resource "confluent_kafka_cluster" "shop" {
  display_name = "shop"
  availability = "MULTI_ZONE"
  cloud        = "AWS"
  region       = "eu-central-1"
#                ^^^^^^^^^^^^^^ KR405 information Kafka cluster "shop" is in eu-central-1 (Germany): operated by IBM, subject to US law
  standard {}
}

resource "confluent_role_binding" "reader" {
  principal   = "User:svc-a41"
  role_name   = "DeveloperRead"
  crn_pattern = "${confluent_kafka_cluster.shop.rbac_crn}/kafka=${confluent_kafka_cluster.shop.id}/topic=*"
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR507 information User:svc-a41 may read every topic; grant its own topics only
}

resource "confluent_role_binding" "owner" {
  principal   = "User:${confluent_service_account.shop.id}"
  role_name   = "ResourceOwner"
  crn_pattern = "crn://confluent.cloud/organization=o-1/environment=env-1/cloud-cluster=lkc-1/kafka=lkc-1/topic=*"
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR507 warning The user may perform every operation on every topic; grant its own topics and operations only
}

resource "confluent_role_binding" "own" {
  principal   = "User:svc-b77"
  role_name   = "DeveloperWrite"
  crn_pattern = "${confluent_kafka_cluster.shop.rbac_crn}/kafka=${confluent_kafka_cluster.shop.id}/topic=orders*"
}

resource "confluent_role_binding" "admin" {
  principal   = "User:svc-c99"
  role_name   = "CloudClusterAdmin"
  crn_pattern = confluent_kafka_cluster.shop.rbac_crn
}

resource "confluent_role_binding" "orders" {
  for_each    = toset(["CloudClusterAdmin"])
#                      ^^^^^^^^^^^^^^^^^^^ KR507 warning The user may perform every operation on every cluster, topic and group; grant its own resources only
  principal   = "User:${confluent_service_account.orders_producer.id}"
  role_name   = each.value
  crn_pattern = confluent_kafka_cluster.shop.rbac_crn
}

resource "confluent_role_binding" "manager" {
  principal   = "User:${confluent_service_account.app_manager.id}"
  role_name   = "CloudClusterAdmin"
  crn_pattern = confluent_kafka_cluster.shop.rbac_crn
}
