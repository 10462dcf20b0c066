resource "aws_msk_configuration" "regal" {
  name              = "regal"
  server_properties = <<PROPERTIES
default.replication.factor=1
#                          ^ KR301 warning default.replication.factor is 1 with 2 brokers; use 2
PROPERTIES
}

resource "aws_msk_cluster" "regal" {
#                          ^^^^^^^ KR503 information Listener "client_broker" of cluster regal does not require authentication; move its clients to a listener with tls
#                          ^^^^^^^ KR508 information Cluster regal is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key
#                          ^^^^^^^ KR509 information Cluster regal does not deliver its broker logs; configure a log group, a bucket or a delivery stream
  cluster_name           = "regal"
  kafka_version          = "3.9.x"
  number_of_broker_nodes = 2
#                          ^ KR307 warning Cluster regal has 2 brokers: with one down, writes fail or a single replica is left; use 3
  configuration_info {
    arn      = aws_msk_configuration.regal.arn
    revision = aws_msk_configuration.regal.latest_revision
  }
}
