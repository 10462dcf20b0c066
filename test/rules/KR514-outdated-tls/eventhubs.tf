resource "azurerm_eventhub_namespace" "events" {
  name                = "events"
  location            = "West Europe"
#                       ^^^^^^^^^^^^^ KR405 information Kafka cluster "events" is in westeurope (Netherlands): operated by Microsoft, subject to US law
  sku                 = "Standard"
  minimum_tls_version = "1.0"
#                       ^^^^^ KR514 information minimum_tls_version of events accepts TLS 1.0, which the IETF deprecated; set it to 1.2
  tags                = { protocol = "kafka" }
}
