resource "aws_msk_cluster" "shop" {
#                          ^^^^^^ KR503 information Listener "client_broker" of cluster shop does not require authentication; move its clients to a listener with tls
#                          ^^^^^^ KR508 information Cluster shop is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key
#                          ^^^^^^ KR509 information Cluster shop does not deliver its broker logs; configure a log group, a bucket or a delivery stream
  cluster_name           = "shop"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-a", "subnet-b", "subnet-c"]
    security_groups = ["sg-0f3a"]
  }

  configuration_info {
    arn      = aws_msk_configuration.shop.arn
    revision = 1
  }
}

resource "aws_msk_configuration" "shop" {
  name              = "shop"
  server_properties = <<EOT
unclean.leader.election.enable = false
default.replication.factor = 3
min.insync.replicas = 2
EOT
}

resource "aws_msk_cluster" "branch" {
#                          ^^^^^^^^ KR503 information Listener "client_broker" of cluster branch does not require authentication; move its clients to a listener with tls
#                          ^^^^^^^^ KR508 information Cluster branch is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key
#                          ^^^^^^^^ KR509 information Cluster branch does not deliver its broker logs; configure a log group, a bucket or a delivery stream
  cluster_name           = "branch"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-a", "subnet-b", "subnet-c"]
    security_groups = ["sg-0f3a"]
  }

  configuration_info {
    arn      = aws_msk_configuration.branch.arn
    revision = 1
  }
}

resource "aws_msk_configuration" "branch" {
  name              = "branch"
  server_properties = <<EOT
unclean.leader.election.enable = false
default.replication.factor = 3
min.insync.replicas = ${var.confirmed}
EOT
}

resource "aws_msk_replicator" "standby" {
  replicator_name            = "standby"
#                              ^^^^^^^^^ KR705 information Mirror "standby" replicates shop to branch in one direction only: there is no failback path
  service_execution_role_arn = "arn:aws:iam::111122223333:role/replicator"

  replication_info_list {
    source_kafka_cluster_arn = aws_msk_cluster.shop.arn
    target_kafka_cluster_arn = aws_msk_cluster.branch.arn
    target_compression_type  = "LZ4"

    topic_replication {
      topics_to_replicate = ["orders"]

      starting_position {
        type = "EARLIEST"
      }
    }

    consumer_group_replication {
      consumer_groups_to_replicate = ["cg-.*"]
    }
  }
}
