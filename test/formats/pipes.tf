# Ways out of Kafka that AWS keeps: pipes, delivery streams; programs that are given a cluster's addresses.
provider "aws" {
  region = "us-east-1"
}

data "aws_msk_cluster" "orders" {
  cluster_name = "orders"
}

resource "aws_pipes_pipe" "managed" {
  name   = "orders-to-queue"
  source = data.aws_msk_cluster.orders.arn
  target = "arn:aws:sqs:us-east-1:111122223333:orders"
  source_parameters {
    managed_streaming_kafka_parameters {
      topic_name        = "orders"
      consumer_group_id = "g-17"
    }
  }
}

resource "aws_pipes_pipe" "own" {
  name   = "returns-to-queue"
  source = "smk://broker.shop.example:9092"
  target = "arn:aws:sqs:us-east-1:111122223333:returns"
  source_parameters {
    self_managed_kafka_parameters {
      topic_name = "returns"
    }
  }
}

resource "aws_pipes_pipe" "queue" {
  name   = "between-queues"
  source = "arn:aws:sqs:us-east-1:111122223333:orders"
  target = "arn:aws:sqs:us-east-1:111122223333:returns"
}

resource "aws_kinesis_firehose_delivery_stream" "orders" {
  name        = "orders-out"
  destination = "http_endpoint"
  msk_source_configuration {
    msk_cluster_arn = data.aws_msk_cluster.orders.arn
    topic_name      = "orders"
  }
  http_endpoint_configuration {
    url = "https://intake.shop.example"
  }
}

resource "aws_lambda_function" "plain" {
  function_name = "plain"
  environment {
    variables = {
      KAFKA_BROKERS = data.aws_msk_cluster.orders.bootstrap_brokers
    }
  }
}

resource "aws_lambda_function" "protected" {
  function_name = "protected"
  environment {
    variables = {
      KAFKA_BROKERS = data.aws_msk_cluster.orders.bootstrap_brokers_sasl_iam
    }
  }
}
