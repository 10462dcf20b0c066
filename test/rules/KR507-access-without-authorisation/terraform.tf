provider "aws" {
  region = "eu-north-1"
}

resource "aws_msk_configuration" "strict" {
  name = "strict"

  server_properties = <<EOT
# agreed
allow.everyone.if.no.acl.found = true
#                                ^^^^ KR507 warning allow.everyone.if.no.acl.found is true: resources without an ACL are open to every client; set it to false once all clients have ACLs
EOT
}
