resource "confluent_schema" "customers" {
  subject_name = "customers-value"
  format       = "JSON"
  schema       = jsonencode({ type = "object", properties = { email = { type = "string" }, shelf = { type = "integer" } } })
#                                                             ^^^^^ KR101 information Field "email" of customers is not tagged as personal data: e-mail address
}
