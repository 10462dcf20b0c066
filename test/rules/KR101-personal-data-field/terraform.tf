resource "aws_glue_schema" "customer" {
  schema_name   = "customer-value"
  registry_arn  = aws_glue_registry.shop.arn
  data_format   = "AVRO"
  compatibility = "BACKWARD"

  schema_definition = <<-EOT
    {
      "type": "record",
      "name": "Customer",
      "fields": [
        { "name": "id", "type": "long" },
#                 ^^^^ KR101 information Field "id" of Customer: identifier of a person, personal data not declared
        { "name": "email", "type": "string" }
#                 ^^^^^^^ KR101 information Field "email" of Customer: e-mail address, personal data not declared
      ]
    }
  EOT
}

resource "confluent_schema" "account" {
  subject_name = "account-value"
  format       = "AVRO"

  schema = jsonencode({
    type = "record"
    name = "Account"
    fields = [
      { name = "id", type = "long" },
#              ^^^^ KR101 information Field "id" of Account: identifier of a person, personal data not declared
      { name = "phone_number", type = "string" }
#              ^^^^^^^^^^^^^^ KR101 information Field "phone_number" of Account: telephone number, personal data not declared
    ]
  })
}

resource "aiven_kafka_schema" "other" {
  subject_name = "other-value"
  schema_type  = "JSON"
  schema       = "{\"type\": \"record\", \"name\": \"Other\", \"fields\": [{\"name\": \"email\", \"type\": \"string\"}]}"
}
