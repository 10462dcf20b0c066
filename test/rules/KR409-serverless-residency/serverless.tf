provider "aws" {
  region = "eu-central-1"
#          ^^^^^^^^^^^^^^ KR405 information Kafka of cluster "events" lies in eu-central-1 (Germany): run by Amazon, which United States law reaches
}

resource "aws_msk_serverless_cluster" "events" {
  cluster_name = "events"
#                ^^^^^^^^ KR409 information Cluster events is serverless: where Amazon runs its control plane is not stated; expected an answer on file

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
