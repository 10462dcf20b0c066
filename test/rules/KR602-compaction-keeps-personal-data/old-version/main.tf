provider "aws" {
  region = "eu-central-1"
#          ^^^^^^^^^^^^^^ KR405 information Kafka cluster "shop" is in eu-central-1 (Germany): operated by Amazon, subject to US law
}

resource "aws_msk_cluster" "shop" {
#                          ^^^^^^ KR304 warning unclean.leader.election.enable is not set and defaults to true: an out-of-sync replica can become leader, and acknowledged writes are lost; set it to false
#                          ^^^^^^ KR503 information Listener "client_broker" of cluster shop does not require authentication; move its clients to a listener with tls
#                          ^^^^^^ KR508 information Cluster shop is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key
#                          ^^^^^^ KR509 information Cluster shop does not deliver its broker logs; configure a log group, a bucket or a delivery stream
#                          ^^^^^^ KR714 hint Nothing in the declaration of cluster shop keeps it from being deleted with all records; set prevent_destroy to true
  cluster_name           = "shop"
  kafka_version          = "2.2.1"
#                          ^^^^^^^ KR512 warning Kafka 2.2.1 of cluster shop: Amazon MSK ended its support on 2024-06-08 and upgrades such clusters by itself; upgrade
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type   = "kafka.m5.large"
    client_subnets  = ["subnet-a", "subnet-b", "subnet-c"]
    security_groups = ["sg-0f3a"]
  }
}

resource "aws_msk_topic" "guests" {
  cluster_arn        = aws_msk_cluster.shop.arn
  name               = "guests"
  partition_count    = 6
  replication_factor = 3
  configs            = jsonencode({ "cleanup.policy" = "compact", "min.insync.replicas" = "2" })
#                                                      ^^^^^^^^^ KR602 information Topic guests keeps personal data (e-mail address) for every key until it is deleted, and this version of Kafka does not bound when compaction is due
}
