# The archive of kafka-connect.
resource "azurerm_storage_account" "archive" {
  name                     = "guestsarchive"
  resource_group_name      = "kafka"
  location                 = "germanywestcentral"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}
