resource "aws_mskconnect_connector" "sink" {
  name                 = "s-4001"
  kafkaconnect_version = "3.7.x"

  connector_configuration = {
    "connector.class" = "io.confluent.connect.s3.S3SinkConnector"
    "topics"          = "orders"
    "s3.region"       = "eu-north-1"
#                       ^^^^^^^^^^^^ KR405 information Sink "s-4001" writes to eu-north-1 (Sweden): operated by Amazon, subject to US law
  }

  kafka_cluster {
    apache_kafka_cluster {
      bootstrap_servers = "b-1.shop.a1b2c3.c2.kafka.eu-central-1.amazonaws.com:9092"
#                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR502 warning Unencrypted connection of Connect cluster s-4001 to Kafka; connect to a listener with TLS (changed in place: the connector is destroyed and created anew; a source that names no offset.storage.topic starts without its stored offsets)
    }
  }

  kafka_cluster_client_authentication {
    authentication_type = "IAM"
  }

  kafka_cluster_encryption_in_transit {
    encryption_type = "PLAINTEXT"
  }
}
