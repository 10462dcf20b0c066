resource "azurerm_eventhub_namespace" "events" {
  name                = "events"
  location            = "West Europe"
#                       ^^^^^^^^^^^^^ KR405 information Kafka cluster "events" is in westeurope (Netherlands): operated by Microsoft, subject to US law
  sku                 = "Standard"
  minimum_tls_version = "1.2"
  tags                = { protocol = "kafka" }
}
