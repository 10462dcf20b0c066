# What other providers have of Kafka.
resource "google_managed_kafka_cluster" "lager" {
  cluster_id = "lager"
  location   = "us-central1"
}

resource "google_managed_kafka_topic" "regal" {
  topic_id           = "regal"
  replication_factor = 2
  configs = {
    "cleanup.policy" = "compact"
  }
}

resource "azurerm_eventhub_namespace" "lager" {
  name     = "lager-azure"
  location = "West Europe"
  sku      = "Standard"
}

resource "azurerm_eventhub_namespace" "klein" {
  name     = "klein"
  location = "West Europe"
  sku      = "Basic"
}

resource "digitalocean_database_cluster" "lager" {
  name       = "lager-do"
  engine     = "kafka"
  region     = "fra1"
  node_count = 3
}

resource "digitalocean_database_cluster" "andere" {
  name   = "andere"
  engine = "pg"
  region = "nyc1"
}

resource "instaclustr_kafka_cluster_v3" "lager" {
  name = "lager-ic"
  data_centre {
    cloud_provider = "AWS_VPC"
    region         = "US_EAST_1"
  }
}

resource "redpanda_cluster" "lager" {
  name           = "lager-rp"
  cloud_provider = "gcp"
  region         = var.region
}

resource "redpanda_topic" "palette" {
  name               = "palette"
  replication_factor = 3
  configuration = {
    "retention.ms" = "-1"
  }
}

resource "ovh_cloud_project_database" "lager" {
  description = "lager-ovh"
  engine      = "kafka"
  nodes {
    region = "GRA"
  }
}

resource "ovh_cloud_project_database_kafka_topic" "kiste" {
  name                = "kiste"
  replication         = 2
  min_insync_replicas = 1
  retention_hours     = 24
}

resource "yandex_mdb_kafka_topic" "karton" {
  name               = "karton"
  replication_factor = 1
  topic_config {
    min_insync_replicas = 1
  }
}
