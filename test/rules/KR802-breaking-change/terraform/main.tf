resource "aws_glue_schema" "orders" {
  schema_name   = "orders"
  data_format   = "AVRO"
  compatibility = "BACKWARD_ALL"
  schema_definition = jsonencode({
    type = "record", name = "Order", fields = [
      { name = "id", type = "string" },
      { name = "total", type = "long" },
#              ^^^^^^^ KR802 error New field Order.total has no default; consumers with the new schema cannot read existing records
    ]
  })
}

resource "aws_glue_schema" "parcels" {
  schema_name       = "parcels"
  data_format       = "AVRO"
  compatibility     = "DISABLED"
  schema_definition = jsonencode({ type = "record", name = "Parcel", fields = [{ name = "weight", type = "long" }] })
}

variable "mode" {}

resource "aws_glue_schema" "returns" {
  schema_name       = "returns"
  data_format       = "AVRO"
  compatibility     = var.mode
  schema_definition = jsonencode({ type = "record", name = "Return", fields = [{ name = "weight", type = "long" }] })
}

resource "confluent_schema" "customers" {
  subject_name = "customers-value"
  format       = "AVRO"
  schema       = <<-EOT
    {"type": "record", "name": "Customer", "fields": [
      {"name": "shop", "type": "string"},
      {"name": "points", "type": "long"}
#              ^^^^^^^^ KR802 warning New field Customer.points has no default; consumers with the new schema cannot read existing records
    ]}
  EOT
}
