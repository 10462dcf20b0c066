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
      topics_to_replicate = ["orders"]

      starting_position {
        type = "EARLIEST"
      }
    }

    consumer_group_replication {
      consumer_groups_to_replicate       = ["cg-.*"]
      synchronise_consumer_group_offsets = false
#                                          ^^^^^ KR702 warning Mirror "standby" carries no offsets: consumers restart blind after a failover; expected synchronise_consumer_group_offsets true
    }
  }
}
