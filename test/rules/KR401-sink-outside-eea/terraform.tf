variable "sink_region" {
  type    = string
  default = "us-west-2"
#           ^^^^^^^^^^^ KR401 warning Sink "s-4001" writes to us-west-2 (United States): outside the EEA, recipient not declared as covered by the adequacy decision
}

locals {
  common = tomap({
    "tasks.max" = "2"
    "s3.region" = var.sink_region
  })
}

resource "aws_mskconnect_connector" "sink" {
  name                 = "s-4001"
  kafkaconnect_version = "3.7.x"

  connector_configuration = merge(local.common, {
    "connector.class" = "io.confluent.connect.s3.S3SinkConnector"
    "topics"          = "orders"
    "s3.bucket.name"  = "archive"
  })

  kafka_cluster_client_authentication {
    authentication_type = "IAM"
  }

  kafka_cluster_encryption_in_transit {
    encryption_type = "TLS"
  }
}

resource "awscc_kafkaconnect_connector" "own" {
  connector_name = "s-4002"
  connector_configuration = {
    "connector.class" = "io.confluent.connect.s3.S3SinkConnector"
    "topics"          = "orders"
    "s3.region"       = "us-east-2"
#                       ^^^^^^^^^^^ KR401 warning Sink "s-4002" writes to us-east-2 (United States): outside the EEA, recipient not declared as covered by the adequacy decision
  }
  kafka_cluster = {
    apache_kafka_cluster = {
      bootstrap_servers = "b-1.shop.a1b2c3.c2.kafka.eu-central-1.amazonaws.com:9098"
#                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR405 information Kafka cluster of Connect cluster "s-4002" is in eu-central-1 (Germany): operated by Amazon, subject to US law
    }
  }
  kafka_cluster_client_authentication = {
    authentication_type = "IAM"
  }
  kafka_cluster_encryption_in_transit = {
    encryption_type = "TLS"
  }
}
