resource "aws_mskconnect_connector" "archive" {
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
      bootstrap_servers = aws_msk_cluster.shop.bootstrap_brokers_tls
    }
  }

  kafka_cluster_client_authentication {
    authentication_type = "NONE"
#                         ^^^^^^ KR503 warning Connect cluster s-4001 connects to Kafka without authentication; use IAM (changed in place: the connector is destroyed and created anew; a source that names no offset.storage.topic starts without its stored offsets)
  }

  kafka_cluster_encryption_in_transit {
    encryption_type = "TLS"
  }
}

resource "aws_mskconnect_connector" "second" {
#                                   ^^^^^^^^ KR503 warning Connect cluster s-4002 connects to Kafka without authentication; use IAM (changed in place: the connector is destroyed and created anew; a source that names no offset.storage.topic starts without its stored offsets)
  name                 = "s-4002"
  kafkaconnect_version = "3.7.x"

  connector_configuration = {
    "connector.class" = "io.confluent.connect.s3.S3SinkConnector"
    "topics"          = "orders"
    "s3.region"       = "eu-north-1"
  }

  kafka_cluster_client_authentication {
  }

  kafka_cluster_encryption_in_transit {
    encryption_type = var.encryption
  }
}
