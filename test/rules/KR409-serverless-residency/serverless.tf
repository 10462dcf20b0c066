provider "aws" {
  region = "eu-central-1"
#          ^^^^^^^^^^^^^^ KR405 information Kafka cluster "events" is in eu-central-1 (Germany): operated by Amazon, subject to US law
}

resource "aws_msk_serverless_cluster" "events" {
  cluster_name = "events"
#                ^^^^^^^^ KR409 information Cluster events is serverless: the region of its control plane is not documented; record a written statement of the provider

  vpc_config {
    subnet_ids = ["subnet-1", "subnet-2"]
  }

  client_authentication {
    sasl {
      iam {
        enabled = true
      }
    }
  }
}
