resource "aws_glue_registry" "shop" {
  registry_name = "shop"
}

resource "aws_glue_schema" "orders" {
  schema_name       = "orders-value"
  registry_arn      = aws_glue_registry.shop.arn
  data_format       = "AVRO"
  compatibility     = "BACKWARD"
  schema_definition = file("${path.module}/schemas/orders-value.avsc")
}

resource "aws_glue_schema" "customers" {
  schema_name   = "customers-value"
  registry_arn  = aws_glue_registry.shop.arn
  data_format   = "AVRO"
  compatibility = "FULL"
  schema_definition = jsonencode({
    type      = "record"
    name      = "Customer"
    namespace = "example.kassandra"
    fields = [
      { name = "customer_id", type = "string" },
      { name = "full_name", type = "string" },
      { name = "birth_date", type = { type = "int", logicalType = "date" } }
    ]
  })
}
