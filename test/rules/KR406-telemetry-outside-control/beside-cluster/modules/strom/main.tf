resource "aws_msk_cluster" "one" {
#                          ^^^^^ KR503 information Listener "client_broker" of cluster lager does not require authentication; move its clients to a listener with tls
#                          ^^^^^ KR508 information Cluster lager is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key
#                          ^^^^^ KR509 information Cluster lager does not deliver its broker logs; configure a log group, a bucket or a delivery stream
  cluster_name           = "lager"
  kafka_version          = "3.9.x"
  number_of_broker_nodes = 3
}
