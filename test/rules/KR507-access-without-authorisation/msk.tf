provider "aws" {
  region = "eu-central-1"
#          ^^^^^^^^^^^^^^ KR405 information Kafka of cluster "shop" lies in eu-central-1 (Germany): run by Amazon, which United States law reaches
}

resource "aws_msk_cluster" "shop" {
#                          ^^^^^^ KR304 warning unclean.leader.election.enable absent: a replica that is behind may lead, what it lacks is lost; expected false
#                          ^^^^^^ KR507 warning allow.everyone.if.no.acl.found is not set, which means true at Amazon MSK: expected false
#                          ^^^^^^ KR508 information Cluster shop is encrypted at rest with a key that Amazon keeps; expected a key of your own
#                          ^^^^^^ KR509 information Cluster shop keeps no logs of its brokers; expected a log group, a bucket or a stream
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
#              ^^^^^^^^^^^^^^^^^^^^^^^ KR504 warning Listener "client_broker" of cluster shop takes connections from every address; expected an allow-list
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
#                          ^^^^^^^^ KR304 warning unclean.leader.election.enable absent: a replica that is behind may lead, what it lacks is lost; expected false
#                          ^^^^^^^^ KR508 information Cluster branch is encrypted at rest with a key that Amazon keeps; expected a key of your own
#                          ^^^^^^^^ KR509 information Cluster branch keeps no logs of its brokers; expected a log group, a bucket or a stream
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
