resource "confluent_kafka_cluster" "home" {
  display_name = "home"
  availability = "MULTI_ZONE"
  cloud        = "AWS"
  region       = "eu-central-1"
#                ^^^^^^^^^^^^^^ KR405 information Kafka cluster "home" is in eu-central-1 (Germany): operated by IBM, subject to US law
  standard {}
}

resource "confluent_kafka_cluster" "away" {
  display_name = "away"
  availability = "MULTI_ZONE"
  cloud        = "AWS"
  region       = "us-east-2"
#                ^^^^^^^^^^^ KR403 warning Mirror "both" replicates to us-east-2 (United States): outside the EEA, recipient not declared as covered by the adequacy decision
  standard {}
}

resource "confluent_cluster_link" "both" {
  link_name = "both"
  link_mode = "BIDIRECTIONAL"
  local_kafka_cluster {
    id            = confluent_kafka_cluster.home.id
    rest_endpoint = confluent_kafka_cluster.home.rest_endpoint
  }
  remote_kafka_cluster {
    id                 = confluent_kafka_cluster.away.id
    bootstrap_endpoint = confluent_kafka_cluster.away.bootstrap_endpoint
  }
}
