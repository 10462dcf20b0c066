enable_kafka  = false
kafka_version = "2.8.1"
