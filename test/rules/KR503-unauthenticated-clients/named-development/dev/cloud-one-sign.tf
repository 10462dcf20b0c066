# One name says development, and a cloud runs the cluster: others reach it too.
resource "aws_msk_cluster" "orders" {
#                          ^^^^^^^^ KR503 information Listener "client_broker" of cluster orders does not require authentication; move its clients to a listener with tls
#                          ^^^^^^^^ KR508 information Cluster orders is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key
#                          ^^^^^^^^ KR509 information Cluster orders does not deliver its broker logs; configure a log group, a bucket or a delivery stream
  cluster_name           = "orders"
  number_of_broker_nodes = 3
}
