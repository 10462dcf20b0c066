terraform {
  backend "s3" {
    bucket = "state"
    region = "us-east-1"
  }
}

provider "aws" {
  region = "eu-central-1"
}

provider "datadog" {}

provider "grafana" {
  url = "https://lindenhof.grafana.net"
}

resource "aws_cloudwatch_metric_alarm" "lag" {
  alarm_name  = "lag"
  namespace   = "AWS/Kafka"
  metric_name = "MaxOffsetLag"
  dimensions = {
    "Cluster Name"   = "orders"
    "Consumer Group" = var.group
    "Topic"          = "orders"
  }
}

resource "aws_cloudwatch_metric_alarm" "summed" {
  alarm_name = "summed"
  metric_query {
    id = "m1"
    metric {
      namespace  = "AWS/Kafka"
      dimensions = { "Cluster Name" = "orders" }
    }
  }
}

# Nothing of Kafka's.
resource "aws_cloudwatch_metric_alarm" "web" {
  alarm_name = "web"
  namespace  = "AWS/ApplicationELB"
}

resource "aws_kinesis_firehose_delivery_stream" "logs" {
  name        = "logs"
  destination = "http_endpoint"
  http_endpoint_configuration {
    url = "https://aws-kinesis-http-intake.logs.datadoghq.com/v1/input"
  }
}

resource "aws_kinesis_firehose_delivery_stream" "archive" {
  name        = "archive"
  destination = "extended_s3"
}

resource "datadog_monitor" "lag" {
  name  = "lag"
  query = "max(last_5m):max:kafka.consumer_lag{*} > 1000"
}

resource "grafana_dashboard" "web" {
  config_json = jsonencode({ title = "Web", panels = [] })
}

resource "kubernetes_storage_class_v1" "disks" {
  metadata {
    name = "fast"
  }
  storage_provisioner = "pd.csi.storage.gke.io"
}

resource "aws_dlm_lifecycle_policy" "disks" {
  description = "disks every night"
}

variable "group" {}

resource "aws_msk_topic" "orders" {
  name = "orders"
}
