provider "aws" {
  region = "us-east-1"
}

locals {
  source_arn = "arn:aws:kafka:eu-central-1:111122223333:cluster/shop/7a1b-1"
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR405 information Source cluster of mirror "standby" is in eu-central-1 (Germany): operated by Amazon, subject to US law
  target_arn = "arn:aws:kafka:us-east-1:111122223333:cluster/standby/8b2c-2"
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR403 warning Mirror "standby" replicates to us-east-1 (United States): outside the EEA, recipient not declared as covered by the adequacy decision
}

resource "aws_msk_replicator" "standby" {
  replicator_name            = "standby"
#                              ^^^^^^^^^ KR705 information Mirror "standby" replicates shop to standby in one direction only: there is no failback path
  service_execution_role_arn = "arn:aws:iam::111122223333:role/replicator"

  replication_info_list {
    source_kafka_cluster_arn = local.source_arn
    target_kafka_cluster_arn = local.target_arn
    target_compression_type  = "NONE"

    topic_replication {
      topics_to_replicate = ["orders", ".*"]
#                                      ^^^^ KR408 warning Mirror "standby" replicates every topic to a target outside the EEA; list the topics to replicate

      starting_position {
        type = "EARLIEST"
      }
    }

    consumer_group_replication {
      consumer_groups_to_replicate       = [".*"]
#                                           ^^^^ KR203 warning Mirror "standby" replicates all consumer group names to a target outside the EEA; list the groups to replicate
      synchronise_consumer_group_offsets = true
#                                          ^^^^ KR410 information Mirror "standby" synchronises the offsets of its groups to us-east-1 (United States): metadata on who reads what leaves the EEA
    }
  }
}
