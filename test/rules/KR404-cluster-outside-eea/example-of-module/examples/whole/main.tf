# This one declares what it shows: it may as well run.
resource "confluent_kafka_cluster" "shop" {
  display_name = "shop"
  availability = "MULTI_ZONE"
  cloud        = "AWS"
  region       = "us-west-2"
#                ^^^^^^^^^^^ KR404 warning Kafka cluster "shop" is in us-west-2 (United States): outside the EEA, recipient not declared as covered by the adequacy decision
  standard {}
}
