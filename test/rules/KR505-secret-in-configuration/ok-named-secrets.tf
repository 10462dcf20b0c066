locals {
  secrets = {
    KAFKA_SASL_PASSWORD = "eventhubs-connection"
  }
}

resource "azurerm_container_app" "billing" {
  name = "billing"

  template {
    container {
      name  = "billing"
      image = "shop.example/billing:1"

      dynamic "env" {
        for_each = local.secrets
        content {
          name        = env.key
          secret_name = env.value
        }
      }
    }
  }
}
