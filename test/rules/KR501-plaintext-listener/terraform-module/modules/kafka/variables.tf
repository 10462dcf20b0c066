variable "name" {
  type = string
}

variable "client_encryption" {
  type    = string
  default = "PLAINTEXT"
#           ^^^^^^^^^^^ KR501 warning Listener "client_broker" of cluster inner accepts unencrypted connections; move its clients to a listener with TLS
}
