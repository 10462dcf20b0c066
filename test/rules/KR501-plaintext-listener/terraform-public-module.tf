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
#                                       ^^^^^^^^^^^^^^^ KR501 warning Listener "client_broker" of cluster shop accepts unencrypted connections; expected TLS
  encryption_at_rest_kms_key_arn      = module.key.arn
  s3_logs_enabled                     = true

  client_authentication = {
    sasl = { iam = true }
  }

  configuration_server_properties = {
    "default.replication.factor"     = 2
#                                      ^ KR301 error default.replication.factor 2; expected at least 3 replicas
    "allow.everyone.if.no.acl.found" = true
#                                      ^^^^ KR507 warning allow.everyone.if.no.acl.found true: everybody may use what no access list names; expected false
  }
}

module "second" {
#      ^^^^^^^^ KR304 warning unclean.leader.election.enable absent: a replica that is behind may lead, what it lacks is lost; expected false
#      ^^^^^^^^ KR508 information Cluster second is encrypted at rest with a key that Amazon keeps; expected a key of your own
  source = "cloudposse/msk-apache-kafka-cluster/aws"

  name                         = "second"
  kafka_version                = "3.8.x"
  broker_instance_type         = "kafka.m7g.large"
  broker_per_zone              = 1
  subnet_ids                   = ["subnet-1", "subnet-2", "subnet-3"]
  client_broker                = "PLAINTEXT"
#                                ^^^^^^^^^^^ KR501 warning Listener "client_broker" of cluster second accepts unencrypted connections; expected TLS
  client_allow_unauthenticated = true
#                                ^^^^ KR503 warning Listener "client_broker" of cluster second lets clients in without authentication; expected scram-sha-512
  cloudwatch_logs_enabled      = true
}
