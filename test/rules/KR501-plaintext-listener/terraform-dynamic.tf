variable "client_broker" {
  type    = string
  default = "PLAINTEXT"
#           ^^^^^^^^^^^ KR501 warning Listener "client_broker" of cluster shop accepts unencrypted connections; move its clients to a listener with TLS
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

  dynamic "client_authentication" {
    for_each = ["iam"]

    content {
      sasl {
        iam = client_authentication.value == "iam"
      }
    }
  }

  dynamic "encryption_info" {
    for_each = toset(["x"])
    iterator = info

    content {
      encryption_at_rest_kms_key_arn = aws_kms_key.shop.arn
      encryption_in_transit { client_broker = var.client_broker }
    }
  }

  dynamic "logging_info" {
    for_each = var.logs

    content {
      broker_logs {
        s3 {
          enabled = false
        }
      }
    }
  }
}
