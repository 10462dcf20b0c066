resource "confluent_kafka_cluster" "basic" {
  display_name = "basic"
  availability = "SINGLE_ZONE"
  cloud        = "AWS"
  region       = "us-east-2"
  basic {}
}
resource "confluent_kafka_cluster" "dedicated" {
  display_name = "dedicated"
  availability = "MULTI_ZONE"
  cloud        = "AZURE"
  region       = "germanywestcentral"
  dedicated {
    cku = 2
  }
}
resource "aiven_kafka" "a" {
  project        = "p"
  cloud_name     = "google-europe-west3"
  plan           = "business-4"
  service_name   = "a"
  kafka_user_config {
    kafka_version = "3.6"
    kafka {
      auto_create_topics_enable  = true
      default_replication_factor = 3
      min_insync_replicas        = 1
      log_retention_hours        = 168
    }
    ip_filter_string = ["0.0.0.0/0"]
    public_access { kafka = true }
  }
}
resource "aws_msk_serverless_cluster" "s" {
  cluster_name = "s"
  vpc_config { subnet_ids = ["a"] }
  client_authentication {
    sasl {
      iam { enabled = true }
    }
  }
}
resource "google_managed_kafka_cluster" "g" {
  cluster_id = "g"
  location   = "europe-north1"
  capacity_config {
    vcpu_count   = 3
    memory_bytes = 3221225472
  }
}
resource "azurerm_eventhub_namespace" "e" {
  name                          = "e"
  location                      = "westeurope"
  sku                           = "Standard"
  minimum_tls_version           = "1.0"
  public_network_access_enabled = true
}
