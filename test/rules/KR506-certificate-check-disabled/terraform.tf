provider "kafka" {
  bootstrap_servers = var.servers
  skip_tls_verify   = true
#                     ^^^^ KR506 warning skip.tls.verify of kafka disables verification of the server's identity; set it to false
}
