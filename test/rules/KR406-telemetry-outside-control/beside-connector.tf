provider "aws" {
  region = "ap-south-1"
}

# The records go to the same region, and the finding about them says so.
resource "aws_mskconnect_connector" "archive" {
  name = "archive"
  connector_configuration = {
    "connector.class" = "io.confluent.connect.s3.S3SinkConnector"
    "s3.region"       = "ap-south-1"
#                       ^^^^^^^^^^^^ KR401 warning Sink "archive" writes to ap-south-1 (India): outside the EEA without a declared safeguard
    "s3.bucket.name"  = "archive"
    "topics"          = "orders"
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
#                   ^^^^ KR406 hint Telemetry of Connect cluster "archive" is sent to ap-south-1 (India): outside the EEA
        log_group = "connect"
      }
    }
  }
}

resource "aws_mskconnect_connector" "elsewhere" {
  name = "elsewhere"
  connector_configuration = {
    "connector.class" = "io.confluent.connect.s3.S3SinkConnector"
    "s3.region"       = "eu-central-1"
#                       ^^^^^^^^^^^^^^ KR405 information Sink "elsewhere" writes to eu-central-1 (Germany): operated by Amazon, subject to US law
    "s3.bucket.name"  = "archive"
    "topics"          = "orders"
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
#                   ^^^^ KR406 information Telemetry of Connect cluster "elsewhere" is sent to ap-south-1 (India): outside the EEA
        log_group = "connect"
      }
    }
  }
}
