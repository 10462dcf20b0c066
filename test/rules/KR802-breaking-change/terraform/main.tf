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

resource "aiven_kafka_schema" "invoices" {
  subject_name = "invoices-value"
  schema_type  = "PROTOBUF"
  schema       = <<-EOT
    syntax = "proto3";
    message Invoice {
      string number = 1;
#            ^^^^^^ KR802 warning Invoice.number changes from int64 to string under the same number; the same bytes are read as another value, or not at all
      string currency = 2;
    }
  EOT
}

resource "aws_glue_schema" "stock" {
  schema_name   = "stock"
  data_format   = "JSON"
  compatibility = "BACKWARD"
  schema_definition = jsonencode({
    type = "object", additionalProperties = false, properties = { shelf = { type = "integer" } }
#                                                                                  ^^^^^^^^^ KR802 error shelf changes from string to integer; consumers with the new schema cannot read existing records
  })
}

resource "confluent_schema" "visits" {
  subject_name = "visits-value"
  format       = "AVRO"
  schema       = jsonencode({ type = "record", name = "Visit", fields = [{ name = "shop", type = "string" }, { name = "rank", type = "long" }] })
#                                                                                                                     ^^^^^^ KR802 error New field Visit.rank has no default; consumers with the new schema cannot read existing records
}

resource "confluent_subject_config" "visits" {
  subject_name        = confluent_schema.visits.subject_name
  compatibility_level = "FULL"
}

resource "confluent_schema" "leaves" {
  subject_name = "leaves-value"
  format       = "AVRO"
  schema       = jsonencode({ type = "record", name = "Leave", fields = [{ name = "shop", type = "string" }, { name = "rank", type = "long" }] })
}

resource "confluent_subject_config" "leaves" {
  subject_name        = "leaves-value"
  compatibility_level = "NONE"
}
