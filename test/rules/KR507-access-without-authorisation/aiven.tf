resource "aiven_kafka" "events" {
#                      ^^^^^^^^ KR507 warning default_acl creates cluster events with an ACL that allows every user every operation; set it to false, and once all users have ACLs of their own, delete that one from a cluster that exists
  project      = "shop"
  cloud_name   = "google-europe-west1"
#                ^^^^^^^^^^^^^^^^^^^^^ KR405 hint Kafka cluster "events" is in europe-west1 (Belgium): operated by Aiven, possibly subject to US law
  plan         = "business-4"
  service_name = "events"

  kafka_user_config {
    kafka_rest = true
#                ^^^^ KR507 information The REST proxy of cluster events does not apply its ACLs: whoever signs in may use every topic; set kafka_rest_authorization to true once its users have ACLs
  }
}

resource "aiven_kafka_acl" "orders" {
  project      = "shop"
  service_name = aiven_kafka.events.service_name
  topic        = "orders"
  username     = "svc-a41"
  permission   = "read"
}

resource "aiven_kafka_acl" "all" {
  project      = "shop"
  service_name = aiven_kafka.events.service_name
  topic        = "*"
#                ^^^ KR507 warning User:svc-b77 may perform every operation on every topic; grant its own topics and operations only
  username     = "svc-b77"
  permission   = "admin"
}

resource "aiven_kafka" "logs" {
  project      = "shop"
  cloud_name   = "google-europe-west1"
  plan         = "business-4"
  service_name = "logs"
  default_acl  = true
#                ^^^^ KR507 warning default_acl creates cluster logs with an ACL that allows every user every operation; set it to false, and once all users have ACLs of their own, delete that one from a cluster that exists

  kafka_user_config {
    kafka_rest               = true
    kafka_rest_authorization = false
#                              ^^^^^ KR507 information The REST proxy of cluster logs does not apply its ACLs: whoever signs in may use every topic; set kafka_rest_authorization to true once its users have ACLs
  }
}
