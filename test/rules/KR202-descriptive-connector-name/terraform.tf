resource "aws_mskconnect_connector" "sink" {
  name                 = "patient-archive"
#                        ^^^^^^^^^^^^^^^^^ KR202 information Group "connect-patient-archive" tells whoever runs the cluster that data of patients is processed
  kafkaconnect_version = "3.7.x"

  connector_configuration = {
    "connector.class" = "io.confluent.connect.s3.S3SinkConnector"
    "topics"          = "orders"
    "s3.region"       = "eu-north-1"
#                       ^^^^^^^^^^^^ KR405 information Sink "patient-archive" writes to eu-north-1 (Sweden): run by Amazon, which United States law reaches
  }

  kafka_cluster_client_authentication {
    authentication_type = "IAM"
  }

  kafka_cluster_encryption_in_transit {
    encryption_type = "TLS"
  }
}
