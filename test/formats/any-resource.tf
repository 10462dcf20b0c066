# What stands in resources that have no reader of their own
resource "kafka-connect_connector" "postgres" {
  name = "shop-source"
  config = {
    "name"              = "shop-source"
    "connector.class"   = "io.debezium.connector.postgresql.PostgresConnector"
    "database.hostname" = "db.shop.internal"
  }
  config_sensitive = {
    "database.password" = var.db_password
  }
}

resource "restapi_object" "sink" {
  path = "/connectors"
  data = jsonencode({
    name = "shop-sink"
    config = {
      "connector.class" = "io.confluent.connect.s3.S3SinkConnector"
      "s3.region"       = "eu-central-1"
    }
  })
}

resource "null_resource" "register" {
  provisioner "local-exec" {
    command = <<-EOT
      curl -X POST http://connect:8083/connectors -d '{
        "name": "shop-search",
        "config": { "connector.class": "io.confluent.connect.elasticsearch.ElasticsearchSinkConnector" }
      }'
    EOT
  }
}

resource "aws_lambda_function" "billing" {
  function_name = "billing"
  environment {
    variables = {
      KAFKA_BOOTSTRAP_SERVERS = "broker.kafka:9092"
      KAFKA_GROUP_ID          = "g-17"
    }
  }
}

resource "aws_ecs_task_definition" "api" {
  family = "api"
  container_definitions = jsonencode([
    {
      name        = "api"
      environment = [{ name = "KAFKA_BROKERS", value = "broker.kafka:9092" }]
    }
  ])
}

resource "kubernetes_deployment" "web" {
  metadata {
    name = "web"
  }
  spec {
    template {
      spec {
        container {
          name = "web"
          env {
            name  = "KAFKA_BROKERS"
            value = "broker.kafka:9092"
          }
        }
      }
    }
  }
}

resource "helm_release" "kafka" {
  name  = "events"
  chart = "kafka"
  values = [<<-EOT
    listeners:
      client:
        protocol: PLAINTEXT
    overrideConfiguration:
      default.replication.factor: 2
  EOT
  ]
}

resource "helm_release" "other" {
  name  = "other"
  chart = "kafka"
  set {
    name  = "listeners.client.protocol"
    value = "SASL_SSL"
  }
  set {
    name  = "overrideConfiguration.min\\.insync\\.replicas"
    value = "1"
  }
}
