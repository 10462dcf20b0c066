provider "aws" {
  region = "eu-central-1"
}

resource "aws_mskconnect_connector" "sink" {
  name                 = "s-4001"
  kafkaconnect_version = "3.7.x"

  connector_configuration = {
    "connector.class" = "io.confluent.connect.s3.S3SinkConnector"
    "topics"          = "orders"
    "s3.region"       = "eu-north-1"
#                       ^^^^^^^^^^^^ KR405 information Sink "s-4001" writes to eu-north-1 (Sweden): operated by Amazon, subject to US law
  }

  kafka_cluster_client_authentication {
    authentication_type = "IAM"
  }

  kafka_cluster_encryption_in_transit {
    encryption_type = "TLS"
  }

  log_delivery {
    worker_log_delivery {
      cloudwatch_logs {
        enabled   = true
#                   ^^^^ KR406 information Telemetry of Connect cluster "s-4001" is sent to Amazon CloudWatch Logs: operated by Amazon, subject to US law
        log_group = "workers"
      }
      s3 {
        enabled = true
#                 ^^^^ KR406 information Telemetry of Connect cluster "s-4001" is sent to us-west-1 (United States): outside the EEA
        bucket  = aws_s3_bucket.logs.id
      }
    }
  }
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs"
  region = "us-west-1"
}
