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
    unauthenticated = true
#                     ^^^^ KR503 warning Listener "client_broker" of cluster shop does not require authentication; move its clients to a listener with tls
  }

  encryption_info {
    encryption_at_rest_kms_key_arn = aws_kms_key.shop.arn
  }

  logging_info {
    broker_logs {
      s3 {
        enabled = true
        bucket  = "logs"
      }
    }
  }
}

resource "aws_msk_cluster" "open" {
#                          ^^^^^^ KR503 information Listener "client_broker" of cluster open does not require authentication; move its clients to a listener with tls
  cluster_name           = "open"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  storage_mode           = "TIERED"

  broker_node_group_info {
    instance_type  = "kafka.m7g.large"
    client_subnets = ["subnet-1", "subnet-2", "subnet-3"]
  }


  encryption_info {
    encryption_at_rest_kms_key_arn = aws_kms_key.shop.arn
  }

  logging_info {
    broker_logs {
      s3 {
        enabled = true
        bucket  = "logs"
      }
    }
  }
}
