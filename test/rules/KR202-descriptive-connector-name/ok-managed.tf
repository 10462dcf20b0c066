# Confluent Cloud calls the group of a sink by the id of the connector.
resource "confluent_connector" "patients" {
  config_sensitive = {
    "kafka.api.key" = confluent_api_key.sink.id
  }
  config_nonsensitive = {
    "connector.class" = "PostgresSink"
    "name"            = "patient-diagnoses-sink"
#                       ^^^^^^^^^^^^^^^^^^^^^^^^ KR407 hint Sink "patient-diagnoses-sink" writes to Relational database over JDBC: the country cannot be determined; declare it under destinations
    "topics"          = "events"
  }
}
