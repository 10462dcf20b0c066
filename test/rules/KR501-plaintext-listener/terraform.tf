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

    encryption_in_transit {
      client_broker = "PLAINTEXT"
#                     ^^^^^^^^^^^ KR501 warning Listener "client_broker" of cluster shop accepts unencrypted connections; move its clients to a listener with TLS
      in_cluster    = false
#                     ^^^^^ KR501 warning Listener "in_cluster" of cluster shop accepts unencrypted connections; move its clients to a listener with TLS (changed in place: the cluster is destroyed and created anew with no data)
    }
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
