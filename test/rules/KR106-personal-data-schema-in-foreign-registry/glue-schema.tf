provider "aws" {
  region = "eu-central-1"
#          ^^^^^^^^^^^^^^ KR106 warning Schema registry of "orders" is operated by Amazon, subject to US law, and holds schemas of personal data: email
}

resource "aws_glue_schema" "orders" {
  schema_name       = "orders"
  registry_arn      = aws_glue_registry.shop.arn
  data_format       = "AVRO"
  compatibility     = "BACKWARD"
  schema_definition = <<EOT
{"type": "record", "name": "Order", "fields": [
  {"name": "email", "type": "string", "confluent:tags": ["PII"]}
]}
EOT
}
