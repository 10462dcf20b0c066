provider "kafka" {
  bootstrap_servers = var.servers
  skip_tls_verify   = true
#                     ^^^^ KR506 warning skip.tls.verify of kafka lets anybody pass for the other end; expected false
}
