resource "aws_msk_cluster" "regal" {
#                          ^^^^^^^ KR503 hint Listener "client_broker" of cluster regal-dev does not require authentication; move its clients to a listener with tls
#                          ^^^^^^^ KR508 hint Cluster regal-dev is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key
#                          ^^^^^^^ KR509 information Cluster regal-dev does not deliver its broker logs; configure a log group, a bucket or a delivery stream
  cluster_name           = "regal-dev"
  kafka_version          = "3.9.x"
  number_of_broker_nodes = 2
#                          ^ KR307 folded hint Cluster regal-dev has 2 brokers: with one down, writes fail or a single replica is left; use 3
}
