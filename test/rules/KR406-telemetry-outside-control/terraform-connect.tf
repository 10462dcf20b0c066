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
#                       ^^^^^^^^^^^^ KR405 information Sink "s-4001" writes to eu-north-1 (Sweden): run by Amazon, which United States law reaches
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
#                   ^^^^ KR406 information Telemetry of Connect cluster "s-4001" goes to Amazon CloudWatch Logs: run by Amazon, which United States law reaches
        log_group = "workers"
      }
      s3 {
        enabled = true
#                 ^^^^ KR406 information Telemetry of Connect cluster "s-4001" goes to us-west-1 (United States): outside the EEA
        bucket  = aws_s3_bucket.logs.id
      }
    }
  }
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs"
  region = "us-west-1"
}
