resource "aws_msk_cluster" "shop" {
#                          ^^^^^^ KR304 warning unclean.leader.election.enable is not set and defaults to true: an out-of-sync replica can become leader, and acknowledged writes are lost; set it to false
#                          ^^^^^^ KR503 information Listener "client_broker" of cluster shop does not require authentication; move its clients to a listener with tls
#                          ^^^^^^ KR508 information Cluster shop is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key
#                          ^^^^^^ KR509 information Cluster shop does not deliver its broker logs; configure a log group, a bucket or a delivery stream
#                          ^^^^^^ KR714 hint Nothing in the declaration of cluster shop keeps it from being deleted with all records; set prevent_destroy to true
  cluster_name           = "shop"
  kafka_version          = "3.9.x"
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-1", "subnet-2", "subnet-3"]
    security_groups = ["sg-1"]
  }
}

resource "aws_msk_topic" "scans" {
  cluster_arn        = aws_msk_cluster.shop.arn
  name               = "scans"
  partition_count    = 6
  replication_factor = 3
  configs            = jsonencode({ "max.message.bytes" = 8388608 })
}

resource "aws_msk_replicator" "standby" {
  replicator_name            = "standby"
#                              ^^^^^^^^^ KR705 information Mirror "standby" replicates shop to standby in one direction only: there is no failback path
  service_execution_role_arn = "arn:aws:iam::111122223333:role/replicator"

  replication_info_list {
    source_kafka_cluster_arn = aws_msk_cluster.shop.arn
    target_kafka_cluster_arn = "arn:aws:kafka:eu-west-1:111122223333:cluster/standby/8b2c-2"
#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR405 information Mirror "standby" replicates to eu-west-1 (Ireland): operated by Amazon, subject to US law
    target_compression_type  = "NONE"

    topic_replication {
      topics_to_replicate = ["scans"]

      starting_position {
        type = "EARLIEST"
      }
    }

    consumer_group_replication {
      consumer_groups_to_replicate = ["cg-.*"]
    }
  }
}

provider "aws" {
  region = "eu-central-1"
}
