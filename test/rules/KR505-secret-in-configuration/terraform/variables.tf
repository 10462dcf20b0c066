variable "password" {
  type      = string
  sensitive = true
  default   = "Zeppelin-7731"
#             ^^^^^^^^^^^^^^^ KR505 error connection.password of s-4001 is a secret in plain text; use a reference
}
