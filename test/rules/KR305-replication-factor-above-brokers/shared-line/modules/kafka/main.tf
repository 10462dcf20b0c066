variable "name" {}
variable "brokers" {}

resource "aws_msk_configuration" "shop" {
  name              = var.name
  server_properties = <<EOT
default.replication.factor = 3
#                            ^ KR305 warning default.replication.factor is 3, but cluster shop-small has 2 brokers; others that share the line have enough: add brokers to this one, or give it a value of its own
min.insync.replicas = 2
unclean.leader.election.enable = false
EOT
}

resource "aws_msk_cluster" "shop" {
  cluster_name           = var.name
  kafka_version          = "3.9.x"
  number_of_broker_nodes = var.brokers

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-a", "subnet-b"]
    security_groups = ["sg-0f3a"]
  }

  configuration_info {
    arn      = aws_msk_configuration.shop.arn
    revision = 1
  }

  encryption_info {
    encryption_at_rest_kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/7a1b"
#                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR405 information Kafka cluster "shop-large" is in eu-central-1 (Germany): operated by Amazon, subject to US law
  }

  client_authentication {
    sasl {
      iam = true
    }
  }

  logging_info {
    broker_logs {
      s3 {
        enabled = true
        bucket  = "logs-of-kafka"
      }
    }
  }
}
