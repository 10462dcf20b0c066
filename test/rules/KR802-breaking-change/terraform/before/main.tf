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

resource "aiven_kafka_schema" "invoices" {
  subject_name = "invoices-value"
  schema_type  = "PROTOBUF"
  schema       = <<-EOT
    syntax = "proto3";
    message Invoice {
      int64 number = 1;
      string currency = 2;
    }
  EOT
}

resource "aws_glue_schema" "stock" {
  schema_name   = "stock"
  data_format   = "JSON"
  compatibility = "BACKWARD"
  schema_definition = jsonencode({
    type = "object", additionalProperties = false, properties = { shelf = { type = "string" } }
  })
}

resource "confluent_schema" "visits" {
  subject_name = "visits-value"
  format       = "AVRO"
  schema       = jsonencode({ type = "record", name = "Visit", fields = [{ name = "shop", type = "string" }] })
}

resource "confluent_subject_config" "visits" {
  subject_name        = confluent_schema.visits.subject_name
  compatibility_level = "FULL"
}

resource "confluent_schema" "leaves" {
  subject_name = "leaves-value"
  format       = "AVRO"
  schema       = jsonencode({ type = "record", name = "Leave", fields = [{ name = "shop", type = "string" }] })
}

resource "confluent_subject_config" "leaves" {
  subject_name        = "leaves-value"
  compatibility_level = "NONE"
}
