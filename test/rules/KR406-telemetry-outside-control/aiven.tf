resource "aiven_kafka" "shop" {
  project      = "shop"
  cloud_name   = "upcloud-de-fra"
#                ^^^^^^^^^^^^^^^^ KR405 hint Kafka cluster "kafka-shop" is in de-fra (Germany): operated by Aiven, possibly subject to US law
  plan         = "business-4"
  service_name = "kafka-shop"
}

resource "aiven_service_integration" "metrics" {
  project                 = "shop"
  integration_type        = "datadog"
  source_service_name     = aiven_kafka.shop.service_name
  destination_endpoint_id = aiven_service_integration_endpoint.datadog.id
}

resource "aiven_service_integration_endpoint" "datadog" {
#                                             ^^^^^^^^^ KR406 information Telemetry of cluster "kafka-shop" is sent to datadoghq.com (United States): outside the EEA
  project       = "shop"
  endpoint_name = "datadog"
  endpoint_type = "datadog"
  datadog_user_config {
    datadog_api_key = var.key
  }
}

resource "aiven_service_integration" "logs" {
  project                 = "shop"
  integration_type        = "rsyslog"
  source_service_name     = "kafka-shop"
  destination_endpoint_id = aiven_service_integration_endpoint.logs.id
}

resource "aiven_service_integration_endpoint" "logs" {
  project       = "shop"
  endpoint_name = "logs"
  endpoint_type = "rsyslog"
  rsyslog_user_config {
    server = "http-intake.logs.datadoghq.eu"
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR406 information Telemetry of cluster "kafka-shop" is sent to http-intake.logs.datadoghq.eu: operated by Datadog, subject to US law
    port   = 443
    tls    = true
    format = "rfc5424"
  }
}

variable "key" {
  sensitive = true
}
