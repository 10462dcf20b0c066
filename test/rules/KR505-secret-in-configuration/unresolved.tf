resource "aws_mskconnect_connector" "sink" {
  name                 = "s-4001"
  kafkaconnect_version = "3.7.x"

  connector_configuration = {
    "connector.class"     = "io.confluent.connect.jdbc.JdbcSinkConnector"
    "topics"              = "orders"
    "connection.url"      = "jdbc:postgresql://db.internal:5432/orders"
    "connection.user"     = "writer"
    "aws.secret.access.key" = "***REDACTED***"
    "connection.password" = data.aws_secretsmanager_secret_version.db.secret_string
  }

  kafka_cluster_client_authentication {
    authentication_type = "IAM"
  }

  kafka_cluster_encryption_in_transit {
    encryption_type = "TLS"
  }
}
