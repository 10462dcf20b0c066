resource "aws_glue_registry" "main" {
  registry_name = "seehafen"
}

resource "aws_glue_schema" "consignees" {
  schema_name       = "consignees-value"
  registry_arn      = aws_glue_registry.main.arn
  data_format       = "AVRO"
  compatibility     = "BACKWARD"
  schema_definition = file("../schemas/consignees-value.avsc")
}
