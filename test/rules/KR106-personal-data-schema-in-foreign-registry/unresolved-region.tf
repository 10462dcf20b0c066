variable "region" {}

provider "aws" {
  region = var.region
}

resource "aws_glue_schema" "orders" {
  schema_name       = "orders"
  data_format       = "AVRO"
  compatibility     = "BACKWARD"
  schema_definition = jsonencode({
    type = "record"
    name = "Order"
    fields = [
      { name = "email", type = "string", "confluent:tags" = ["PII"] }
    ]
  })
}
