# Resources of other providers, and old spellings.
resource kafka_topic "orders" {
  name               = "orders"
  replication_factor = "${3}"
  config = tomap({ "retention.ms" = 1000 * 60 })
}

resource "kafka_acl" "a" {
  count                        = 0
  resource_name                = "unused"
  resource_type                = "Group"
}

resource "kafka_acl" "b" {
  resource_name       = format("cg-%04d", 7)
  resource_type       = "Group"
  acl_principal       = "User:svc-a41"
  acl_operation       = "Read"
  acl_permission_type = "Allow"
}

resource "confluent_kafka_topic" "stock" {
  topic_name = try(var.missing, "stock")
  config = {
    "retention.ms" = lookup({ a = 5 }, "a", 6)
  }
}

resource "aiven_kafka_connector" "sink" {
  service_name   = "kafka-1"
  connector_name = "sink"
  config = {
    "connector.class" = "io.aiven.kafka.connect.gcs.GcsSinkConnector"
    "name"            = "sink"
  }
}

resource "aiven_mirrormaker_replication_flow" "copy" {
  source_cluster             = "a"
  target_cluster             = "b"
  enable                     = true
  topics                     = [".*"]
  sync_group_offsets_enabled = false
  replication_factor         = 3
}
