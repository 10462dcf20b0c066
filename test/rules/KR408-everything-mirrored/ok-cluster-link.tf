resource "confluent_cluster_link" "branch" {
  link_name = "to-branch"
#             ^^^^^^^^^^^ KR705 information Mirror "to-branch" replicates lkc-1 to lkc-2 in one direction only: there is no failback path
  source_kafka_cluster {
    id                 = "lkc-1"
    bootstrap_endpoint = "SASL_SSL://pkc-1.eu-central-1.aws.confluent.cloud:9092"
#                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR405 information Source cluster of mirror "to-branch" is in eu-central-1 (Germany): operated by IBM, subject to US law
  }
  destination_kafka_cluster {
    id            = "lkc-2"
    rest_endpoint = "https://pkc-2.eu-west-1.aws.confluent.cloud:443"
  }
  config = {
    "auto.create.mirror.topics.enable"  = "true"
    "auto.create.mirror.topics.filters" = "{\"topicFilters\": [{\"name\": \"orders\", \"patternType\": \"LITERAL\", \"filterType\": \"INCLUDE\"}]}"
    "consumer.offset.sync.enable"       = "true"
  }
}
