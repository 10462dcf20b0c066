resource "aws_glue_schema" "orders" {
  schema_name   = "orders"
  data_format   = "AVRO"
  compatibility = "BACKWARD_ALL"
  schema_definition = jsonencode({
    type = "record", name = "Order", fields = [
      { name = "id", type = "string" },
    ]
  })
}

resource "aws_glue_schema" "parcels" {
  schema_name       = "parcels"
  data_format       = "AVRO"
  compatibility     = "DISABLED"
  schema_definition = jsonencode({ type = "record", name = "Parcel", fields = [{ name = "weight", type = "string" }] })
}

variable "mode" {}

resource "aws_glue_schema" "returns" {
  schema_name       = "returns"
  data_format       = "AVRO"
  compatibility     = var.mode
  schema_definition = jsonencode({ type = "record", name = "Return", fields = [{ name = "weight", type = "string" }] })
}

resource "confluent_schema" "customers" {
  subject_name = "customers-value"
  format       = "AVRO"
  schema       = <<-EOT
    {"type": "record", "name": "Customer", "fields": [
      {"name": "shop", "type": "string"}
    ]}
  EOT
}
