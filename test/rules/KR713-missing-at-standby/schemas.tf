provider "aws" {
  region = "eu-central-1"
#          ^^^^^^^^^^^^^^ KR405 information Kafka cluster "shop" is in eu-central-1 (Germany): operated by Amazon, subject to US law
}

provider "aws" {
  alias  = "standby"
  region = "eu-west-1"
}

resource "aws_msk_cluster" "shop" {
#                          ^^^^^^ KR304 warning unclean.leader.election.enable is not set and defaults to true: an out-of-sync replica can become leader, and acknowledged writes are lost; set it to false
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
}

resource "aws_msk_cluster" "branch" {
#                          ^^^^^^^^ KR304 warning unclean.leader.election.enable is not set and defaults to true: an out-of-sync replica can become leader, and acknowledged writes are lost; set it to false
#                          ^^^^^^^^ KR503 information Listener "client_broker" of cluster branch does not require authentication; move its clients to a listener with tls
#                          ^^^^^^^^ KR508 information Cluster branch is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key
#                          ^^^^^^^^ KR509 information Cluster branch does not deliver its broker logs; configure a log group, a bucket or a delivery stream
  provider               = aws.standby
  cluster_name           = "branch"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-d", "subnet-e", "subnet-f"]
    security_groups = ["sg-0f3b"]
  }
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

resource "aws_glue_schema" "orders" {
  schema_name       = "orders"
#                     ^^^^^^^^ KR713 hint Schemas are registered in eu-central-1 alone, beside primary shop; standby branch finds none in eu-west-1
  data_format       = "AVRO"
  compatibility     = "BACKWARD"
  schema_definition = jsonencode({ type = "record", name = "Order", fields = [{ name = "quantity", type = "int" }] })
}
