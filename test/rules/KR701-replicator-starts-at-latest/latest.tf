resource "aws_msk_replicator" "standby" {
  replicator_name            = "standby"
  service_execution_role_arn = "arn:aws:iam::111122223333:role/replicator"

  replication_info_list {
    source_kafka_cluster_arn = "arn:aws:kafka:eu-central-1:111122223333:cluster/shop/7a1b-1"
#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR405 information Source cluster of mirror "standby" is in eu-central-1 (Germany): operated by Amazon, subject to US law
    target_kafka_cluster_arn = "arn:aws:kafka:eu-west-1:111122223333:cluster/standby/8b2c-2"
    target_compression_type  = "LZ4"

    topic_replication {
      topics_to_replicate = ["orders", "invoices"]

      starting_position {
        type = "LATEST"
#              ^^^^^^^^ KR701 information Replicator "standby" starts at the latest offset: existing records are not copied; use EARLIEST (changed in place: the replicator is destroyed and created anew and copies records again that were copied before)
      }
    }

    consumer_group_replication {
      consumer_groups_to_replicate = ["cg-.*"]
    }
  }
}

resource "aws_msk_replicator" "back" {
  replicator_name            = "back"
  service_execution_role_arn = "arn:aws:iam::111122223333:role/replicator"

  replication_info_list {
    source_kafka_cluster_arn = "arn:aws:kafka:eu-west-1:111122223333:cluster/standby/8b2c-2"
    target_kafka_cluster_arn = "arn:aws:kafka:eu-central-1:111122223333:cluster/shop/7a1b-1"
    target_compression_type  = "LZ4"

    topic_replication {
      topics_to_replicate = ["orders", "invoices"]

      starting_position {
        type = "EARLIEST"
      }
    }

    consumer_group_replication {
      consumer_groups_to_replicate = ["cg-.*"]
    }
  }
}
