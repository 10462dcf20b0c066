locals {
  copies = 2
#          ^ KR301 warning Topic audit has 2 replicas; use at least 3, on as many brokers (changed in place: with brokers older than 2.4 the topic is deleted with its records, with newer ones its partitions are reassigned at once)
  topics = {
    orders   = { partitions = 6, copies = 1 }
#                                         ^ KR301 warning Topic orders has 1 replica; use at least 3, on as many brokers (changed in place: with brokers older than 2.4 the topic is deleted with its records, with newer ones its partitions are reassigned at once)
    invoices = { partitions = 3, copies = 3 }
  }
}

resource "kafka_topic" "each" {
  for_each = local.topics

  name               = each.key
  partitions         = each.value.partitions
  replication_factor = each.value.copies

  config = {
    "cleanup.policy" = "delete"
  }
}

resource "kafka_topic" "audit" {
  name               = "audit"
  partitions         = 1
  replication_factor = local.copies
}

/* resource "kafka_topic" "old" {
  name               = "old"
  replication_factor = 1
} */

resource "aws_msk_topic" "stock" {
  cluster_arn        = aws_msk_cluster.shop.arn
  name               = "stock"
  partition_count    = 3
  replication_factor = 2
#                      ^ KR301 warning Topic stock has 2 replicas; use at least 3, on as many brokers (changed in place: the topic is deleted with its records and created anew)

  configs = jsonencode({
    "min.insync.replicas" = 1
#                           ^ KR302 warning min.insync.replicas is 1 with replication factor 2: writes may be acknowledged by the leader alone; use replication factor 3 and set it to 2
  })
}

resource "aiven_kafka_topic" "parcels" {
  project      = "p"
  service_name = "kafka-1"
  topic_name   = "parcels"
  partitions   = 3
  replication  = 2
#                ^ KR301 warning Topic parcels has 2 replicas; use at least 3, on as many brokers

  config {
    min_insync_replicas = "1"
#                         ^^^ KR302 warning min.insync.replicas is 1 with replication factor 2: writes may be acknowledged by the leader alone; use replication factor 3 and set it to 2
  }
}
