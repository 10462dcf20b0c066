resource "aws_msk_cluster" "orders-dev" {
#                          ^^^^^^^^^^^^ KR503 hint Listener "client_broker" of cluster orders-dev does not require authentication; move its clients to a listener with tls
#                          ^^^^^^^^^^^^ KR508 hint Cluster orders-dev is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key
#                          ^^^^^^^^^^^^ KR509 information Cluster orders-dev does not deliver its broker logs; configure a log group, a bucket or a delivery stream
  cluster_name           = "orders-dev"
  number_of_broker_nodes = 3
}
