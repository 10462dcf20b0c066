resource "aws_mskconnect_connector" "sink" {
  name                 = "patient-archive"
#                        ^^^^^^^^^^^^^^^^^ KR202 information Consumer group "connect-patient-archive" reveals its purpose to cluster operators (patient data); use a neutral name
  kafkaconnect_version = "3.7.x"

  connector_configuration = {
    "connector.class" = "io.confluent.connect.s3.S3SinkConnector"
    "topics"          = "orders"
    "s3.region"       = "eu-north-1"
#                       ^^^^^^^^^^^^ KR405 information Sink "patient-archive" writes to eu-north-1 (Sweden): operated by Amazon, subject to US law
  }

  kafka_cluster_client_authentication {
    authentication_type = "IAM"
  }

  kafka_cluster_encryption_in_transit {
    encryption_type = "TLS"
  }
}
