provider "aws" {
  region = "us-east-1"
#          ^^^^^^^^^^^ KR404 warning Kafka cluster "lager" is in us-east-1 (United States): outside the EEA, recipient not declared as covered by the adequacy decision
}

module "strom" {
  source = "./modules/strom"
}

resource "aws_mskconnect_connector" "one" {
#                                   ^^^^^ KR503 warning Connect cluster c-1 connects to Kafka without authentication; use IAM (changed in place: the connector is destroyed and created anew; a source that names no offset.storage.topic starts without its stored offsets)
  name = "c-1"
  connector_configuration = {
    "connector.class" = "io.confluent.connect.s3.S3SinkConnector"
    "s3.region"       = "us-east-1"
#                       ^^^^^^^^^^^ KR401 warning Sink "c-1" writes to us-east-1 (United States): outside the EEA, recipient not declared as covered by the adequacy decision
    "s3.bucket.name"  = "lager"
    "topics"          = "t-1"
  }
  log_delivery {
    worker_log_delivery {
      cloudwatch_logs {
        enabled   = true
#                   ^^^^ KR406 hint Telemetry of Connect cluster "c-1" is sent to us-east-1 (United States): outside the EEA
        log_group = "lager"
      }
    }
  }
}
