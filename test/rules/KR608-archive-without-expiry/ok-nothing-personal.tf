provider "aws" {
  region = "eu-central-1"
}

resource "aws_glue_schema" "guests" {
  schema_name       = "guests"
  data_format       = "AVRO"
  compatibility     = "BACKWARD"
  schema_definition = jsonencode({
    type = "record"
    name = "Guest"
    fields = [
      { name = "quantity", type = "int" }
    ]
  })
}

resource "aws_mskconnect_connector" "archive" {
  name                 = "archive"
  kafkaconnect_version = "3.7.x"

  connector_configuration = {
    "connector.class"     = "io.confluent.connect.s3.S3SinkConnector"
    "topics"              = "guests"
    "s3.region"           = "eu-central-1"
#                           ^^^^^^^^^^^^^^ KR405 information Sink "archive" writes to eu-central-1 (Germany): operated by Amazon, subject to US law
    "s3.bucket.name"      = aws_s3_bucket.archive.id
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

resource "aws_s3_bucket" "archive" {
  bucket = "guests-archive"
}
