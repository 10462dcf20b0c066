resource "aws_glue_schema" "customer" {
  schema_name       = "customer-value"
  data_format       = "AVRO"
  compatibility     = "BACKWARD"
  schema_definition = file("${path.module}/customer.avsc")
}
