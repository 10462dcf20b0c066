resource "aws_msk_cluster" "shop" {
#                          ^^^^^^ KR304 warning unclean.leader.election.enable is not set and defaults to true: an out-of-sync replica can become leader, and acknowledged writes are lost; set it to false
#                          ^^^^^^ KR503 information Listener "client_broker" of cluster shop does not require authentication; move its clients to a listener with tls
#                          ^^^^^^ KR509 information Cluster shop does not deliver its broker logs; configure a log group, a bucket or a delivery stream
  cluster_name           = "shop"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type  = "kafka.m7g.large"
    client_subnets = ["subnet-a", "subnet-b", "subnet-c"]
  }

  configuration_info {
    arn      = module.configuration.arn
    revision = module.configuration.latest_revision
  }

  encryption_info {
    encryption_at_rest_kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/shop"
#                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR405 information Kafka cluster "shop" is in eu-central-1 (Germany): operated by Amazon, subject to US law
  }
}

module "configuration" {
  source = "./configuration"
  name   = "shop"
}
