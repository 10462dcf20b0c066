provider "aws" {
  region = "eu-central-1"
#          ^^^^^^^^^^^^^^ KR405 information Kafka cluster "shop" is in eu-central-1 (Germany): operated by Amazon, subject to US law
}

resource "aws_msk_cluster" "shop" {
#                          ^^^^^^ KR304 warning unclean.leader.election.enable is not set and defaults to true: an out-of-sync replica can become leader, and acknowledged writes are lost; set it to false
#                          ^^^^^^ KR507 warning allow.everyone.if.no.acl.found is not set and defaults to true with Amazon MSK: resources without an ACL are open to every client; set it to false once all clients have ACLs
#                          ^^^^^^ KR508 information Cluster shop is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key
#                          ^^^^^^ KR509 information Cluster shop does not deliver its broker logs; configure a log group, a bucket or a delivery stream
  cluster_name           = "shop"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-a", "subnet-b", "subnet-c"]
    security_groups = ["sg-1"]

    connectivity_info {
      public_access {
        type = "SERVICE_PROVIDED_EIPS"
#              ^^^^^^^^^^^^^^^^^^^^^^^ KR504 warning Listener "client_broker" of cluster shop has public addresses: only its security groups restrict who connects; restrict their source ranges
      }
    }
  }

  client_authentication {
    sasl {
      scram = true
    }
  }
}

resource "aws_msk_cluster" "branch" {
#                          ^^^^^^^^ KR304 warning unclean.leader.election.enable is not set and defaults to true: an out-of-sync replica can become leader, and acknowledged writes are lost; set it to false
#                          ^^^^^^^^ KR508 information Cluster branch is encrypted at rest with an AWS-managed key; only a new cluster takes a customer-managed key
#                          ^^^^^^^^ KR509 information Cluster branch does not deliver its broker logs; configure a log group, a bucket or a delivery stream
  cluster_name           = "branch"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-a", "subnet-b", "subnet-c"]
    security_groups = ["sg-1"]
  }

  client_authentication {
    sasl {
      iam = true
    }
  }
}
