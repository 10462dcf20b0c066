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

resource "instaclustr_kafka_topic_v3" "kiste" {
  topic              = "kiste"
  replication_factor = 2
  configs {
    key   = "min.insync.replicas"
    value = "1"
  }
}

resource "instaclustr_kafka_cluster_v3" "zweites" {
  name                         = "zweites-ic"
  kafka_version                = "3.9.1"
  client_to_cluster_encryption = false
  default_replication_factor   = 2
  auto_create_topics           = true
  data_centre {
    cloud_provider  = "AWS_VPC"
    region          = "EU_CENTRAL_1"
    number_of_nodes = 4
  }
}

resource "scaleway_kafka_cluster" "lager" {
  name        = "lager-scw"
  version     = "3.9.0"
  node_amount = 1
  region      = "fr-par"
}

resource "warpstream_virtual_cluster" "lager" {
  name = "lager-ws"
  tier = "pro"
  cloud = {
    provider = "aws"
    region   = "us-east-1"
  }
}

resource "warpstream_topic" "karton" {
  topic_name      = "karton"
  partition_count = 3
  config {
    name  = "retention.ms"
    value = "-1"
  }
}
