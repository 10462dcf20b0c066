provider "aws" {
  region = "eu-central-1"
#          ^^^^^^^^^^^^^^ KR405 information Kafka of cluster "shop" lies in eu-central-1 (Germany): run by Amazon, which United States law reaches
}

module "kafka" {
  source = "./modules/kafka"

  name              = "shop"
  client_encryption = "TLS_PLAINTEXT"
#                     ^^^^^^^^^^^^^^^ KR501 warning Listener "client_broker" of cluster shop accepts unencrypted connections; expected TLS
}

module "inner" {
  source = "./modules/kafka"

  name = "inner"
}
