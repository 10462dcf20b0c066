provider "aws" {
  region = "eu-central-1"
}

resource "aws_glue_schema" "orders" {
  schema_name       = "orders"
#                     ^^^^^^^^ KR106 warning Schema "orders" describes personal data and is kept in a registry of Amazon, subject to US law: email
  registry_arn      = aws_glue_registry.shop.arn
  data_format       = "AVRO"
  compatibility     = "BACKWARD"
  schema_definition = <<EOT
{"type": "record", "name": "Order", "fields": [
  {"name": "email", "type": "string", "confluent:tags": ["PII"]}
]}
EOT
}
