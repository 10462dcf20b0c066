resource "aws_msk_configuration" "shop" {
  name              = "shop"
  server_properties = var.properties
}
