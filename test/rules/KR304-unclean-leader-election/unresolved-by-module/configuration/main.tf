variable "name" {
  type = string
}

variable "server_properties" {
  type = map(string)
}

resource "aws_msk_configuration" "main" {
  name              = var.name
  server_properties = join("\n", [for key, value in var.server_properties : format("%s = %s", key, value)])
}
