resource "aws_msk_cluster" "shop" {
#                          ^^^^^^ KR304 warning unclean.leader.election.enable is not set and defaults to true: an out-of-sync replica can become leader, and acknowledged writes are lost; set it to false
#                          ^^^^^^ KR508 information Cluster shop is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key
#                          ^^^^^^ KR509 information Cluster shop does not deliver its broker logs; configure a log group, a bucket or a delivery stream
  cluster_name           = "shop"
  kafka_version          = "2.8.1"
#                          ^^^^^^^ KR512 warning Kafka 2.8.1 of cluster shop: Amazon MSK ended its support on 2024-09-11 and upgrades such clusters by itself; upgrade
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-a", "subnet-b", "subnet-c"]
    security_groups = ["sg-0f3a"]
  }

  client_authentication {
    sasl {
      iam = true
    }
  }
}
