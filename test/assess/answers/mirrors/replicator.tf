resource "aws_msk_replicator" "away" {
  replicator_name = "away"
  replication_info_list {
    source_kafka_cluster_arn = "arn:aws:kafka:eu-central-1:111122223333:cluster/home/7a1b-1"
    target_kafka_cluster_arn = "arn:aws:kafka:us-east-1:111122223333:cluster/away/7a1b-2"
    target_compression_type  = "NONE"
    topic_replication {
      topics_to_replicate     = ["orders", "returns.*"]
      topics_to_exclude       = [".*internal"]
      copy_topic_configurations = false
      topic_name_configuration { type = "IDENTICAL" }
    }
    consumer_group_replication {
      consumer_groups_to_replicate = [".*"]
      synchronise_consumer_group_offsets = false
    }
  }
}
resource "aws_msk_cluster" "home" {
  cluster_name           = "home"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 6
  enhanced_monitoring    = "DEFAULT"
  broker_node_group_info {
    instance_type   = "kafka.m7g.2xlarge"
    client_subnets  = ["a", "b", "c"]
    security_groups = ["sg"]
    storage_info {
      ebs_storage_info { volume_size = 1000 }
    }
  }
  client_authentication {
    sasl { scram = true }
  }
}
resource "aws_msk_cluster" "away" {
  cluster_name           = "away"
  kafka_version          = "3.5.1"
  number_of_broker_nodes = 3
  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["a", "b", "c"]
    security_groups = ["sg"]
    storage_info {
      ebs_storage_info { volume_size = 500 }
    }
    connectivity_info {
      public_access { type = "SERVICE_PROVIDED_EIPS" }
    }
  }
  client_authentication {
    unauthenticated = true
  }
  encryption_info {
    encryption_in_transit { client_broker = "TLS_PLAINTEXT" }
  }
}
provider "aws" {
  region = "eu-central-1"
}
