resource "confluent_kafka_cluster" "shop" {
  display_name = "shop"
  availability = "MULTI_ZONE"
  cloud        = "AWS"
  region       = "us-east-2"
#                ^^^^^^^^^^^ KR404 warning Kafka cluster "shop" is in us-east-2 (United States): outside the EEA, recipient not declared as covered by the adequacy decision
  standard {}
}

resource "aiven_kafka" "parcels" {
#                      ^^^^^^^^^ KR309 hint Auto-created topics get 2 replicas; declare the topics and set auto.create.topics.enable to false, or set default.replication.factor to 3
  project      = "p"
  cloud_name   = "google-asia-northeast1"
#                ^^^^^^^^^^^^^^^^^^^^^^^^ KR404 warning Kafka cluster "parcels" is in asia-northeast1 (Japan): outside the EEA, recipient not declared as covered by the adequacy decision
  service_name = "parcels"

  kafka_user_config {
    kafka {
      default_replication_factor = 2
#                                  ^ KR301 warning default.replication.factor is 2; use at least 3, on as many brokers
    }
  }
}

resource "aiven_kafka" "here" {
  project      = "p"
  cloud_name   = "upcloud-fi-hel"
#                ^^^^^^^^^^^^^^^^ KR405 hint Kafka cluster "here" is in fi-hel (Finland): operated by Aiven, possibly subject to US law
  service_name = "here"
}
