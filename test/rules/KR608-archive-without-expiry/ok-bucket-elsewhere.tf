provider "aws" {
  region = "eu-central-1"
}

resource "aws_glue_schema" "guests" {
  schema_name       = "guests"
#                     ^^^^^^^^ KR106 warning Schema "guests" describes personal data and is kept in a registry of Amazon, subject to US law: email
  data_format       = "AVRO"
  compatibility     = "BACKWARD"
  schema_definition = jsonencode({
    type = "record"
    name = "Guest"
    fields = [
      { name = "email", type = "string", "confluent:tags" = ["PII"] }
    ]
  })
}

resource "aws_mskconnect_connector" "archive" {
  name                 = "archive"
#                        ^^^^^^^^^ KR604 information Sink "archive" only adds to Amazon S3: personal data that is deleted in Kafka has to be deleted there as well
  kafkaconnect_version = "3.7.x"

  connector_configuration = {
    "connector.class"     = "io.confluent.connect.s3.S3SinkConnector"
    "topics"              = "guests"
    "s3.region"           = "eu-central-1"
#                           ^^^^^^^^^^^^^^ KR107 warning Sink "archive" exports personal data without masking: email
#                           ^^^^^^^^^^^^^^ KR405 information Sink "archive" writes to eu-central-1 (Germany): operated by Amazon, subject to US law
    "s3.bucket.name"      = "guests-archive"
    "errors.tolerance"    = "none"
  }

  kafka_cluster {
    apache_kafka_cluster {
      bootstrap_servers = var.brokers
    }
  }

  kafka_cluster_client_authentication {
    authentication_type = "IAM"
  }

  kafka_cluster_encryption_in_transit {
    encryption_type = "TLS"
  }
}
