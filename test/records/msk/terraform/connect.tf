locals {
  brokers = aws_msk_cluster.shipments.bootstrap_brokers_sasl_iam
}

resource "aws_mskconnect_connector" "archive" {
  name                 = "c-31"
  kafkaconnect_version = "3.7.x"
  connector_configuration = {
    "connector.class"                              = "io.confluent.connect.s3.S3SinkConnector"
    "topics"                                       = "parcels,customs"
    "s3.region"                                    = "eu-central-1"
    "s3.bucket.name"                               = "seehafen-archive"
    "errors.tolerance"                             = "all"
    "errors.deadletterqueue.topic.name"            = "c-31-errors"
    "errors.deadletterqueue.topic.replication.factor" = "3"
  }
  kafka_cluster {
    apache_kafka_cluster {
      bootstrap_servers = local.brokers
    }
  }
  kafka_cluster_client_authentication {
    authentication_type = "IAM"
  }
  kafka_cluster_encryption_in_transit {
    encryption_type = "TLS"
  }
}

resource "aws_mskconnect_connector" "warehouse" {
  name                 = "c-32"
  kafkaconnect_version = "3.7.x"
  connector_configuration = {
    "connector.class"      = "com.snowflake.kafka.connector.SnowflakeSinkConnector"
    "topics"               = "parcels,consignees"
    "snowflake.url.name"   = "seehafen.us-east-1.snowflakecomputing.com"
    "snowflake.user.name"  = "kafka"
    "snowflake.private.key" = "$${secretsManager:snowflake:key}"
  }
  kafka_cluster {
    apache_kafka_cluster {
      bootstrap_servers = local.brokers
    }
  }
  kafka_cluster_client_authentication {
    authentication_type = "IAM"
  }
  kafka_cluster_encryption_in_transit {
    encryption_type = "TLS"
  }
}

resource "aws_mskconnect_connector" "portal" {
  name                 = "c-33"
  kafkaconnect_version = "3.7.x"
  connector_configuration = {
    "connector.class" = "io.confluent.connect.jdbc.JdbcSinkConnector"
    "topics"          = "parcels"
    "connection.url"  = "jdbc:postgresql://portal.c9xyz.eu-central-1.rds.amazonaws.com:5432/portal?ssl=true"
    "delete.enabled"  = "true"
    "pk.mode"         = "record_key"
  }
  kafka_cluster {
    apache_kafka_cluster {
      bootstrap_servers = local.brokers
    }
  }
  kafka_cluster_client_authentication {
    authentication_type = "IAM"
  }
  kafka_cluster_encryption_in_transit {
    encryption_type = "TLS"
  }
}

resource "aws_mskconnect_connector" "logs" {
  name                 = "c-34"
  kafkaconnect_version = "3.7.x"
  connector_configuration = {
    "connector.class" = "com.datadoghq.connect.logs.DatadogLogsSinkConnector"
    "topics"          = "customs"
    "datadog.site"    = "datadoghq.eu"
    "datadog.api_key" = "$${secretsManager:datadog:key}"
  }
  kafka_cluster {
    apache_kafka_cluster {
      bootstrap_servers = local.brokers
    }
  }
  kafka_cluster_client_authentication {
    authentication_type = "IAM"
  }
  kafka_cluster_encryption_in_transit {
    encryption_type = "TLS"
  }
}

resource "aws_mskconnect_connector" "bookings" {
  name                 = "c-35"
  kafkaconnect_version = "3.7.x"
  connector_configuration = {
    "connector.class"    = "io.debezium.connector.postgresql.PostgresConnector"
    "database.hostname"  = "bookings.c9xyz.eu-central-1.rds.amazonaws.com"
    "topic.prefix"       = "bookings"
    "table.include.list" = "public.consignees"
  }
  kafka_cluster {
    apache_kafka_cluster {
      bootstrap_servers = local.brokers
    }
  }
  kafka_cluster_client_authentication {
    authentication_type = "IAM"
  }
  kafka_cluster_encryption_in_transit {
    encryption_type = "TLS"
  }
}
