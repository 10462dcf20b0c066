resource "aiven_kafka" "events" {
  project      = "shop"
  cloud_name   = "google-europe-west1"
#                ^^^^^^^^^^^^^^^^^^^^^ KR405 hint Kafka cluster "events" is in europe-west1 (Belgium): operated by Aiven, possibly subject to US law
  plan         = "business-4"
  service_name = "events"
  default_acl  = false

  kafka_user_config {
    kafka_rest               = true
    kafka_rest_authorization = true
  }
}

resource "aiven_kafka_acl" "orders" {
  project      = "shop"
  service_name = aiven_kafka.events.service_name
  topic        = "orders"
  username     = "svc-a41"
  permission   = "read"
}

# Who may use it is nobody's affair in these files.
resource "aiven_kafka" "logs" {
  project      = "shop"
  cloud_name   = "google-europe-west1"
  plan         = "business-4"
  service_name = "logs"
}
