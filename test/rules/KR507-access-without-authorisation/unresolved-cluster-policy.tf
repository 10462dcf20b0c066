variable "accounts" {
  type = list(string)
}

resource "aws_msk_cluster_policy" "given" {
  cluster_arn = "arn:aws:kafka:eu-central-1:111122223333:cluster/shop/7a1b-1"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = var.accounts }
      Action    = ["kafka:CreateVpcConnection"]
      Resource  = "arn:aws:kafka:eu-central-1:111122223333:cluster/shop/7a1b-1"
    }]
  })
}
