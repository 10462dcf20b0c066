# What a cloud runs is not reached by its name.
provider "aws" {
  region = "eu-central-1"
#          ^^^^^^^^^^^^^^ KR405 information Kafka cluster "kafka" is in eu-central-1 (Germany): operated by Amazon, subject to US law
}

resource "aws_msk_cluster" "kafka" {
#                          ^^^^^^^ KR503 information Listener "client_broker" of cluster kafka does not require authentication; move its clients to a listener with tls
#                          ^^^^^^^ KR508 information Cluster kafka is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key
#                          ^^^^^^^ KR509 information Cluster kafka does not deliver its broker logs; configure a log group, a bucket or a delivery stream
  cluster_name           = "kafka"
  kafka_version          = "3.9.x"
  number_of_broker_nodes = 3

  encryption_info {
    encryption_in_transit {
      client_broker = "TLS"
    }
  }
}
