provider "aws" {
  region = "eu-central-1"
#          ^^^^^^^^^^^^^^ KR405 information Kafka cluster "shop" is in eu-central-1 (Germany): operated by Amazon, subject to US law
}

module "kafka" {
  source = "./modules/kafka"

  name              = "shop"
  client_encryption = "TLS_PLAINTEXT"
#                     ^^^^^^^^^^^^^^^ KR501 warning Listener "client_broker" of cluster shop accepts unencrypted connections; move its clients to a listener with TLS
}

module "inner" {
  source = "./modules/kafka"

  name = "inner"
}
