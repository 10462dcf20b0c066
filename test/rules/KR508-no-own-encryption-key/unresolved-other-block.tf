resource "aws_kms_key" "orders" {}

resource "aws_msk_cluster" "orders" {
#                          ^^^^^^^^ KR503 information Listener "client_broker" of cluster orders does not require authentication; move its clients to a listener with tls
#                          ^^^^^^^^ KR509 information Cluster orders does not deliver its broker logs; configure a log group, a bucket or a delivery stream
  cluster_name           = "orders"
  kafka_version          = "3.9.x"
  number_of_broker_nodes = 3
  encryption_info {
    at_rest {
      data_volume_kms_key_id = aws_kms_key.orders.arn
    }
  }
}
