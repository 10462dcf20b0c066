resource "aws_msk_cluster_policy" "open" {
  cluster_arn = "arn:aws:kafka:eu-central-1:111122223333:cluster/shop/7a1b-1"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
#                         ^^^ KR507 warning The policy of the cluster names every AWS account as its principal: whoever has an account may do what it allows; name the accounts
      Action    = ["kafka:CreateVpcConnection", "kafka:GetBootstrapBrokers"]
      Resource  = "arn:aws:kafka:eu-central-1:111122223333:cluster/shop/7a1b-1"
    }]
  })
}

data "aws_iam_policy_document" "open" {
  statement {
    actions   = ["kafka-cluster:Connect"]
    resources = ["arn:aws:kafka:eu-central-1:111122223333:cluster/shop/7a1b-1"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
#                    ^^^ KR507 warning The policy of the cluster names every AWS account as its principal: whoever has an account may do what it allows; name the accounts
    }
  }
}
