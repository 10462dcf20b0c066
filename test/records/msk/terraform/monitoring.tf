resource "aws_cloudwatch_metric_alarm" "lag" {
  alarm_name          = "tracking-lag"
  namespace           = "AWS/Kafka"
  metric_name         = "MaxOffsetLag"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  period              = 60
  statistic           = "Maximum"
  threshold           = 10000

  dimensions = {
    "Cluster Name"   = aws_msk_cluster.shipments.cluster_name
    "Consumer Group" = "cg-7fa1"
    "Topic"          = "parcels"
  }
}

resource "aws_cloudwatch_metric_alarm" "web" {
  alarm_name          = "web-errors"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_ELB_5XX_Count"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  threshold           = 10
}

resource "datadog_monitor" "disk" {
  name    = "Kafka disk"
  type    = "metric alert"
  query   = "avg(last_5m):avg:aws.kafka.kafka_data_logs_disk_used{cluster_name:shipments} > 80"
  message = "@slack-kafka"
}

resource "aws_backup_vault" "archive" {
  name = "kafka-archive"
}

resource "aws_backup_plan" "archive" {
  name = "archive"
  rule {
    rule_name         = "nightly"
    target_vault_name = aws_backup_vault.archive.name
    schedule          = "cron(0 3 * * ? *)"
    lifecycle {
      delete_after = 35
    }
  }
}
