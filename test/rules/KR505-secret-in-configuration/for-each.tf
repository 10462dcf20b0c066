locals {
  secrets = {
    KAFKA_SASL_PASSWORD = "Zk39fkLxQ7"
#                         ^^^^^^^^^^^^ KR505 error KAFKA_SASL_PASSWORD of billing is a secret in plain text; use a reference
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
          value       = env.value
        }
      }
    }
  }
}
