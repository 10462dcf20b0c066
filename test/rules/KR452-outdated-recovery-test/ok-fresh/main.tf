resource "aws_msk_cluster" "shop" {
#                          ^^^^^^ KR503 information Listener "client_broker" of cluster shop does not require authentication; move its clients to a listener with tls
#                          ^^^^^^ KR508 information Cluster shop is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key
#                          ^^^^^^ KR509 information Cluster shop does not deliver its broker logs; configure a log group, a bucket or a delivery stream
  cluster_name           = "shop"
#                          ^^^^^^ KR451 information Residency of cluster shop: 8 entries, 6 places, 8 owners and 7 test dates missing
  number_of_broker_nodes = 3
  kafka_version          = "3.9.x"
}
