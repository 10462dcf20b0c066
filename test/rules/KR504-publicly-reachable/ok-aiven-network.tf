resource "aiven_kafka" "shop" {
  project      = "shop"
  cloud_name   = "upcloud-de-fra"
#                ^^^^^^^^^^^^^^^^ KR405 hint Kafka cluster "shop" is in de-fra (Germany): operated by Aiven, possibly subject to US law
  plan         = "business-4"
  project_vpc_id = aiven_project_vpc.shop.id
  service_name = "shop"

  kafka_user_config {
    kafka_version    = "4.0"
    ip_filter_string = ["10.0.0.0/8", "0.0.0.0/0"]
  }
}
