module "msk" {
  source  = "terraform-aws-modules/msk-kafka-cluster/aws"
  version = "3.3.0"

  name                   = "shop"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  storage_mode           = "TIERED"

  broker_node_client_subnets          = module.vpc.private_subnets
  broker_node_instance_type           = "kafka.m7g.large"
  encryption_in_transit_client_broker = "TLS_PLAINTEXT"
#                                       ^^^^^^^^^^^^^^^ KR501 warning Listener "client_broker" of cluster shop accepts unencrypted connections; move its clients to a listener with TLS
  encryption_at_rest_kms_key_arn      = module.key.arn
  s3_logs_enabled                     = true

  client_authentication = {
    sasl = { iam = true }
  }

  configuration_server_properties = {
    "default.replication.factor"     = 2
#                                      ^ KR301 warning default.replication.factor is 2; use at least 3, on as many brokers
    "allow.everyone.if.no.acl.found" = true
#                                      ^^^^ KR507 warning allow.everyone.if.no.acl.found is true: resources without an ACL are open to every client; set it to false once all clients have ACLs
  }
}

module "second" {
#      ^^^^^^^^ KR304 warning unclean.leader.election.enable is not set and defaults to true: an out-of-sync replica can become leader, and acknowledged writes are lost; set it to false
#      ^^^^^^^^ KR508 information Cluster second is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key
  source = "cloudposse/msk-apache-kafka-cluster/aws"

  name                         = "second"
  kafka_version                = "3.8.x"
  broker_instance_type         = "kafka.m7g.large"
  broker_per_zone              = 1
  subnet_ids                   = ["subnet-1", "subnet-2", "subnet-3"]
  client_broker                = "PLAINTEXT"
#                                ^^^^^^^^^^^ KR501 warning Listener "client_broker" of cluster second accepts unencrypted connections; move its clients to a listener with TLS
  client_allow_unauthenticated = true
#                                ^^^^ KR503 warning Listener "client_broker" of cluster second does not require authentication; move its clients to a listener with scram-sha-512
  cloudwatch_logs_enabled      = true
}
