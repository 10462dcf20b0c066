provider "aws" {
  region = "eu-west-1"
}

locals {
  source_arn = "arn:aws:kafka:eu-central-1:111122223333:cluster/shop/7a1b-1"
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR405 information Source cluster of mirror "standby" is in eu-central-1 (Germany): operated by Amazon, subject to US law
  target_arn = var.target
}

resource "aws_msk_replicator" "standby" {
  replicator_name            = "standby"
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
#                                          ^^^^^ KR702 warning Mirror "standby" does not synchronise consumer offsets: after a failover consumers fall back to auto.offset.reset; set synchronise_consumer_group_offsets to true
    }
  }
}
