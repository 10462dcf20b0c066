provider "aws" {
  region = "XXXXXXXXXXXX"
}

resource "aws_msk_serverless_cluster" "orders" {
  cluster_name = "orders"
#                ^^^^^^^^ KR409 information Cluster orders is serverless: the region of its control plane is not documented; record a written statement of the provider
}
