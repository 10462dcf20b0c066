provider "aws" {
  region = "eu-central-1"
}

provider "aws" {
  alias  = "backup"
  region = "sa-east-1"
#          ^^^^^^^^^^^ KR402 information Kafka cluster "main" is in sa-east-1 (Brazil): outside the EEA, covered by an adequacy decision
}

resource "aws_msk_cluster" "main" {
  provider               = aws.backup
  cluster_name           = "main"
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

  logging_info {
    broker_logs {
      s3 {
        enabled = true
#                 ^^^^ KR406 hint Telemetry of cluster "main" is sent to sa-east-1 (Brazil): outside the EEA
        bucket  = "logs"
      }
    }
  }
}

resource "aws_msk_cluster" "own" {
  region                 = "eu-west-2"
#                          ^^^^^^^^^^^ KR402 information Kafka cluster "own" is in eu-west-2 (United Kingdom): outside the EEA, covered by an adequacy decision until 2031-12-27
  cluster_name           = "own"
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

  logging_info {
    broker_logs {
      s3 {
        enabled = true
#                 ^^^^ KR406 hint Telemetry of cluster "own" is sent to eu-west-2 (United Kingdom): outside the EEA
        bucket  = "logs"
      }
    }
  }
}
