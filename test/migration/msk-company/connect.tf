resource "aws_mskconnect_worker_configuration" "shop" {
  name                    = "shop"
  properties_file_content = <<-EOT
    key.converter=org.apache.kafka.connect.storage.StringConverter
    value.converter=org.apache.kafka.connect.json.JsonConverter
  EOT
}

resource "aws_mskconnect_connector" "orders_archive" {
  name                 = "s-0412"
  kafkaconnect_version = "2.7.1"
  connector_configuration = {
    "connector.class"    = "io.confluent.connect.s3.S3SinkConnector"
    "tasks.max"          = "2"
    "topics"             = "orders"
    "s3.region"          = "eu-central-1"
    "s3.bucket.name"     = "kassandra-orders"
    "flush.size"         = "1000"
    "storage.class"      = "io.confluent.connect.s3.storage.S3Storage"
    "format.class"       = "io.confluent.connect.s3.format.json.JsonFormat"
    "errors.tolerance"   = "all"
    "errors.deadletterqueue.topic.name" = "dlq-0412"
  }
  kafka_cluster {
    apache_kafka_cluster {
      bootstrap_servers = aws_msk_cluster.shop.bootstrap_brokers_sasl_iam
      vpc {
        subnets         = ["subnet-0a"]
        security_groups = ["sg-1"]
      }
    }
  }
  kafka_cluster_client_authentication {
    authentication_type = "IAM"
  }
  kafka_cluster_encryption_in_transit {
    encryption_type = "TLS"
  }
  worker_configuration {
    arn      = aws_mskconnect_worker_configuration.shop.arn
    revision = 1
  }
}

resource "aws_mskconnect_connector" "customers_source" {
  name                 = "s-0413"
  kafkaconnect_version = "2.7.1"
  connector_configuration = {
    "connector.class"   = "io.debezium.connector.postgresql.PostgresConnector"
    "tasks.max"         = "1"
    "database.hostname" = "crm.c9xk2.eu-central-1.rds.amazonaws.com"
    "database.user"     = "debezium"
    "database.password" = var.crm_password
    "database.dbname"   = "crm"
    "topic.prefix"      = "crm"
    "table.include.list" = "public.customers"
  }
  kafka_cluster {
    apache_kafka_cluster {
      bootstrap_servers = aws_msk_cluster.shop.bootstrap_brokers_sasl_iam
    }
  }
  kafka_cluster_client_authentication {
    authentication_type = "IAM"
  }
  kafka_cluster_encryption_in_transit {
    encryption_type = "TLS"
  }
}

variable "crm_password" {
  sensitive = true
}

resource "aws_mskconnect_connector" "warehouse" {
  name                 = "s-0414"
  kafkaconnect_version = "2.7.1"
  connector_configuration = {
    "connector.class"          = "com.snowflake.kafka.connector.SnowflakeSinkConnector"
    "tasks.max"                = "2"
    "topics"                   = "orders,payments"
    "snowflake.url.name"       = "ab12345.us-east-2.aws.snowflakecomputing.com:443"
    "snowflake.user.name"      = "LOADER"
    "snowflake.private.key"    = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ"
    "snowflake.database.name"  = "SHOP"
    "snowflake.schema.name"    = "RAW"
    "errors.tolerance"         = "all"
    "errors.deadletterqueue.topic.name" = "dlq-0414"
  }
  kafka_cluster {
    apache_kafka_cluster {
      bootstrap_servers = aws_msk_cluster.shop.bootstrap_brokers_sasl_iam
    }
  }
  kafka_cluster_client_authentication {
    authentication_type = "IAM"
  }
  kafka_cluster_encryption_in_transit {
    encryption_type = "TLS"
  }
}

resource "aws_mskconnect_connector" "payroll" {
  name                 = "s-0415"
  kafkaconnect_version = "2.7.1"
  connector_configuration = {
    "connector.class"     = "io.confluent.connect.jdbc.JdbcSinkConnector"
    "topics"              = "absences"
    "connection.url"      = "jdbc:postgresql://payroll.kassandra.example:5432/payroll"
    "connection.user"     = "loader"
    "connection.password" = "$${secretManager:payroll:password}"
    "insert.mode"         = "upsert"
    "pk.mode"             = "record_key"
    "delete.enabled"      = "true"
    "transforms"                 = "hide"
    "transforms.hide.type"       = "org.apache.kafka.connect.transforms.MaskField$Value"
    "transforms.hide.fields"     = "diagnosis"
    "errors.tolerance"    = "all"
    "errors.deadletterqueue.topic.name" = "dlq-0415"
  }
  kafka_cluster {
    apache_kafka_cluster {
      bootstrap_servers = aws_msk_cluster.shop.bootstrap_brokers_sasl_iam
    }
  }
  kafka_cluster_client_authentication {
    authentication_type = "IAM"
  }
  kafka_cluster_encryption_in_transit {
    encryption_type = "TLS"
  }
}

resource "aws_mskconnect_connector" "search" {
  name                 = "s-0416"
  kafkaconnect_version = "2.7.1"
  connector_configuration = {
    "connector.class"       = "io.confluent.connect.elasticsearch.ElasticsearchSinkConnector"
    "topics"                = "complaints"
    "connection.url"        = "https://search.kassandra.example:9200"
    "connection.username"   = "kafka"
    "connection.password"   = "Buche-2291"
    "behavior.on.null.values" = "delete"
    "errors.tolerance"      = "all"
    "errors.deadletterqueue.topic.name" = "dlq-0416"
  }
  kafka_cluster {
    apache_kafka_cluster {
      bootstrap_servers = aws_msk_cluster.shop.bootstrap_brokers_sasl_iam
    }
  }
  kafka_cluster_client_authentication {
    authentication_type = "IAM"
  }
  kafka_cluster_encryption_in_transit {
    encryption_type = "TLS"
  }
}
