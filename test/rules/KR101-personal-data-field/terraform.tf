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
#                 ^^^^ KR101 information Field "id" of Customer is not tagged as personal data: identifier of a person
        { "name": "email", "type": "string" }
#                 ^^^^^^^ KR101 information Field "email" of Customer is not tagged as personal data: e-mail address
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
#              ^^^^ KR101 information Field "id" of Account is not tagged as personal data: identifier of a person
      { name = "phone_number", type = "string" }
#              ^^^^^^^^^^^^^^ KR101 information Field "phone_number" of Account is not tagged as personal data: telephone number
    ]
  })
}

resource "aiven_kafka_schema" "other" {
  subject_name = "other-value"
  schema_type  = "JSON"
  schema       = "{\"type\": \"record\", \"name\": \"Other\", \"fields\": [{\"name\": \"email\", \"type\": \"string\"}]}"
}
