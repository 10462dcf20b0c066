provider "aws" {
  region = "us-east-1"
}

locals {
  source_arn = "arn:aws:kafka:eu-central-1:111122223333:cluster/shop/7a1b-1"
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR405 information Source of mirror "standby" lies in eu-central-1 (Germany): run by Amazon, which United States law reaches
  target_arn = "arn:aws:kafka:us-east-1:111122223333:cluster/standby/8b2c-2"
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR403 warning Mirror "standby" copies to us-east-1 (United States): outside the EEA, recipient not declared covered
}

resource "aws_msk_replicator" "standby" {
  replicator_name            = "standby"
#                              ^^^^^^^^^ KR705 information Mirror "standby" copies shop to standby, and nothing copies back: no way home after a failover
  service_execution_role_arn = "arn:aws:iam::111122223333:role/replicator"

  replication_info_list {
    source_kafka_cluster_arn = local.source_arn
    target_kafka_cluster_arn = local.target_arn
    target_compression_type  = "NONE"

    topic_replication {
      topics_to_replicate = ["orders", ".*"]
#                                      ^^^^ KR408 warning Mirror "standby" copies every topic to a target outside the EEA; expected a list of topics

      starting_position {
        type = "EARLIEST"
      }
    }

    consumer_group_replication {
      consumer_groups_to_replicate       = [".*"]
#                                           ^^^^ KR203 warning Mirror "standby" carries the name of every group out of the EEA; expected a list of groups
      synchronise_consumer_group_offsets = true
#                                          ^^^^ KR410 information Mirror "standby" carries the offsets of every group to us-east-1 (United States): a log of who read what leaves the EEA
    }
  }
}
