resource "confluent_kafka_cluster" "shop" {
  display_name = "shop"
  availability = "MULTI_ZONE"
  cloud        = "AWS"
  region       = "us-east-2"
#                ^^^^^^^^^^^ KR404 warning Kafka of cluster "shop" lies in us-east-2 (United States): outside the EEA, recipient not declared covered
  standard {}
}

resource "aiven_kafka" "parcels" {
  project      = "p"
  cloud_name   = "google-asia-northeast1"
#                ^^^^^^^^^^^^^^^^^^^^^^^^ KR404 warning Kafka of cluster "parcels" lies in asia-northeast1 (Japan): outside the EEA, recipient not declared covered
  service_name = "parcels"

  kafka_user_config {
    kafka {
      default_replication_factor = 2
#                                  ^ KR301 warning default.replication.factor 2; expected at least 3 replicas
    }
  }
}

resource "aiven_kafka" "here" {
  project      = "p"
  cloud_name   = "upcloud-fi-hel"
  service_name = "here"
}
