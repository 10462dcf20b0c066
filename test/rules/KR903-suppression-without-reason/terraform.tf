resource "kafka_topic" "orders" {
  name       = "orders"
  partitions = 1
  # kafka-review-ignore KR301 -- rebuilt from the source each night
  replication_factor = 1
#                      ^ KR301 suppressed Topic orders has 1 replica; use at least 3, on as many brokers (changed in place: with brokers older than 2.4 the topic is deleted with its records, with newer ones its partitions are reassigned at once)
}

resource "kafka_topic" "stock" {
  name               = "stock"
  partitions         = 1
  replication_factor = 1 // kafka-review-ignore KR301 -- of no use tomorrow
#                      ^ KR301 suppressed Topic stock has 1 replica; use at least 3, on as many brokers (changed in place: with brokers older than 2.4 the topic is deleted with its records, with newer ones its partitions are reassigned at once)
}

resource "kafka_topic" "bare" {
  name               = "bare"
  partitions         = 1
  replication_factor = 1 # kafka-review-ignore KR301
#                      ^ KR301 warning Topic bare has 1 replica; use at least 3, on as many brokers (changed in place: with brokers older than 2.4 the topic is deleted with its records, with newer ones its partitions are reassigned at once)
#                          ^^^^^^^^^^^^^^^^^^^^^^^^^ KR903 warning Suppression without a reason has no effect; add "-- " and the reason
}

resource "aws_msk_configuration" "shop" {
  name = "shop"

  server_properties = <<-EOT
    # kafka-review-ignore KR301 -- two zones only
    default.replication.factor = 2
#                                ^ KR301 suppressed default.replication.factor is 2; use at least 3, on as many brokers
    num.partitions = 3
  EOT
}
