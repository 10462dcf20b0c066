provider "kafka" {
  bootstrap_servers = ["kafka.shop.de:9092"]
#                      ^^^^^^^^^^^^^^^^^^^^ KR502 warning Unencrypted connection of client kafka to Kafka; connect to a listener with TLS
  tls_enabled       = false
  skip_tls_verify   = true
}
