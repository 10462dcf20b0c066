# By its machines
module "orders" {
  source                   = "git::https://git.example.org/platform/streaming.git?ref=v4"
  cluster_name             = "orders"
  kafka_version            = "3.9.x"
  broker_count             = 3
  instance_type            = "kafka.m7g.large"
  client_broker_encryption = "PLAINTEXT"
#                            ^^^^^^^^^^^ KR501 warning Listener "client_broker" of cluster orders accepts unencrypted connections; move its clients to a listener with TLS
}

# By a word of its source
module "stock" {
  source                 = "example/msk/aws"
  name                   = "stock"
  kafka_version          = "3.9.x"
  brokers_count          = 3
  client_broker_protocol = "TLS_PLAINTEXT"
#                          ^^^^^^^^^^^^^^^ KR501 warning Listener "client_broker" of cluster stock accepts unencrypted connections; move its clients to a listener with TLS
}
