provider "aws" {
  region = "eu-central-1"
#          ^^^^^^^^^^^^^^ KR405 information Kafka cluster "shop" is in eu-central-1 (Germany): operated by Amazon, subject to US law
}

resource "aws_msk_configuration" "shop" {
  name = "shop"

  server_properties = <<-EOT
    default.replication.factor=3
    min.insync.replicas=3
#                       ^ KR303 warning min.insync.replicas is 3 with 3 replicas: acks=all writes fail when one broker is down; set it to 2
    unclean.leader.election.enable=false
    allow.everyone.if.no.acl.found=false
  EOT
}

resource "aws_msk_cluster" "shop" {
  cluster_name           = "shop"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  storage_mode           = "TIERED"

  broker_node_group_info {
    instance_type  = "kafka.m7g.large"
    client_subnets = ["subnet-1", "subnet-2", "subnet-3"]
  }

  client_authentication {
    sasl {
      iam = true
    }
  }

  encryption_info {
    encryption_at_rest_kms_key_arn = aws_kms_key.shop.arn
  }

  configuration_info {
    arn      = aws_msk_configuration.shop.arn
    revision = aws_msk_configuration.shop.latest_revision
  }

  logging_info {
    broker_logs {
      s3 {
        enabled = true
#                 ^^^^ KR406 information Telemetry of cluster "shop" is sent to Amazon S3: operated by Amazon, subject to US law
        bucket  = "logs"
      }
    }
  }
}
