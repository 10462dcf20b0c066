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
#                ^^^^^^^^^^^ KR403 warning Mirror "to-away" replicates to us-east-2 (United States): outside the EEA, recipient not declared as covered by the adequacy decision
  standard {}
}

resource "confluent_cluster_link" "away" {
  link_name = "to-away"
#             ^^^^^^^^^ KR705 information Mirror "to-away" replicates home to away in one direction only: there is no failback path
  source_kafka_cluster {
    id                 = confluent_kafka_cluster.home.id
    bootstrap_endpoint = confluent_kafka_cluster.home.bootstrap_endpoint
  }
  destination_kafka_cluster {
    id            = confluent_kafka_cluster.away.id
    rest_endpoint = confluent_kafka_cluster.away.rest_endpoint
  }
  config = {
    "auto.create.mirror.topics.enable"  = "true"
    "auto.create.mirror.topics.filters" = "{\"topicFilters\": [{\"name\": \"*\", \"patternType\": \"LITERAL\", \"filterType\": \"INCLUDE\"}]}"
#                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR408 warning Mirror "to-away" replicates every topic to a target outside the EEA; list the topics to replicate
    "consumer.offset.sync.enable"       = "true"
#                                         ^^^^^^ KR410 information Mirror "to-away" synchronises the offsets of its groups to us-east-2 (United States): metadata on who reads what leaves the EEA
    "consumer.offset.group.filters"     = "{\"groupFilters\": [{\"name\": \"cg-7a1f\", \"patternType\": \"LITERAL\", \"filterType\": \"INCLUDE\"}]}"
    "acl.sync.enable"                   = "false"
#                                         ^^^^^^^ KR709 hint Mirror "to-away" does not copy topic ACLs (acl.sync.enable is false); declare them at the target
  }
}
