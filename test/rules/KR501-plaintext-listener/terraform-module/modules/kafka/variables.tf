variable "name" {
  type = string
}

variable "client_encryption" {
  type    = string
  default = "PLAINTEXT"
#           ^^^^^^^^^^^ KR501 warning Listener "client_broker" of cluster inner accepts unencrypted connections; enable TLS
}
