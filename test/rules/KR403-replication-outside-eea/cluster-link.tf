resource "confluent_kafka_cluster" "shop" {
  display_name = "shop"
  availability = "MULTI_ZONE"
  cloud        = "AWS"
  region       = "eu-central-1"
#                ^^^^^^^^^^^^^^ KR405 information Kafka cluster "shop" is in eu-central-1 (Germany): operated by IBM, subject to US law
}

resource "confluent_kafka_cluster" "far" {
  display_name = "far"
  availability = "MULTI_ZONE"
  cloud        = "GCP"
  region       = "us-central1"
#                ^^^^^^^^^^^^^ KR403 warning Mirror "copy" replicates to us-central1 (United States): outside the EEA, recipient not declared as covered by the adequacy decision
}

resource "confluent_cluster_link" "copy" {
  link_name = "copy"
#             ^^^^^^ KR705 information Mirror "copy" replicates shop to far in one direction only: there is no failback path
  source_kafka_cluster {
    id                 = confluent_kafka_cluster.shop.id
    bootstrap_endpoint = confluent_kafka_cluster.shop.bootstrap_endpoint
  }
  destination_kafka_cluster {
    id            = confluent_kafka_cluster.far.id
    rest_endpoint = confluent_kafka_cluster.far.rest_endpoint
  }
}
