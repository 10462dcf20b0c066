provider "aws" {
  region = "eu-north-1"
}

resource "aws_msk_configuration" "strict" {
  name = "strict"

  server_properties = <<EOT
# agreed
allow.everyone.if.no.acl.found = true
#                                ^^^^ KR507 warning allow.everyone.if.no.acl.found true: everybody may use what no access list names; expected false
EOT
}
