variable "name" {}

# The folder says development; what the cluster is called nobody knows.
resource "aws_msk_cluster" "unknown" {
#                          ^^^^^^^^^ KR503 information Listener "client_broker" of cluster unknown does not require authentication; move its clients to a listener with tls
#                          ^^^^^^^^^ KR508 information Cluster unknown is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key
#                          ^^^^^^^^^ KR509 information Cluster unknown does not deliver its broker logs; configure a log group, a bucket or a delivery stream
  cluster_name           = var.name
  number_of_broker_nodes = 3
}
