resource "aiven_kafka" "shop" {
  project      = "shop"
  cloud_name   = "upcloud-de-fra"
#                ^^^^^^^^^^^^^^^^ KR405 hint Kafka cluster "kafka-shop" is in de-fra (Germany): operated by Aiven, possibly subject to US law
  plan         = "business-4"
  service_name = "kafka-shop"
}

resource "aiven_service_integration" "of-another" {
  project                 = "shop"
  integration_type        = "datadog"
  source_service_name     = "database"
  destination_endpoint_id = aiven_service_integration_endpoint.datadog.id
}

resource "aiven_service_integration_endpoint" "datadog" {
  project       = "shop"
  endpoint_name = "datadog"
  endpoint_type = "datadog"
  datadog_user_config {
    datadog_api_key = var.key
    site            = "datadoghq.com"
  }
}

variable "key" {
  sensitive = true
}
