resource "aws_security_group" "brokers" {
  name = "brokers"

  ingress {
    from_port   = 9092
    to_port     = 9098
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]
#                                ^^^^^^^^^^^ KR504 information The security group brokers of cluster shop admits every IP address; restrict the source ranges
  }

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "world" {
  security_group_id = aws_security_group.brokers.id
  from_port         = 9094
  to_port           = 9094
  ip_protocol       = "tcp"
  cidr_ipv6         = "::/0"
#                     ^^^^^^ KR504 information The security group brokers of cluster shop admits every IP address; restrict the source ranges
}

resource "aws_msk_cluster" "shop" {
  cluster_name           = "shop"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  storage_mode           = "TIERED"

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-1", "subnet-2", "subnet-3"]
    security_groups = [aws_security_group.brokers.id]
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
        bucket  = "logs"
      }
    }
  }
}

resource "aws_security_group" "outside" {
  name = "outside"

  ingress {
    from_port   = 9194
    to_port     = 9198
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
#                  ^^^^^^^^^^^ KR504 warning The security group outside of cluster outside admits every IP address; restrict the source ranges
  }
}

resource "aws_msk_cluster" "outside" {
  cluster_name           = "outside"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  storage_mode           = "TIERED"

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-1", "subnet-2", "subnet-3"]
    security_groups = [aws_security_group.outside.id]

    connectivity_info {
      public_access {
        type = "SERVICE_PROVIDED_EIPS"
#              ^^^^^^^^^^^^^^^^^^^^^^^ KR504 warning Listener "client_broker" of cluster outside has public addresses: only its security groups restrict who connects; restrict their source ranges
      }
    }
  }

  client_authentication {
    sasl {
      iam = true
    }
  }

  encryption_info {
    encryption_at_rest_kms_key_arn = aws_kms_key.outside.arn
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
