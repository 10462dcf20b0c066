# Programs come in by IAM, the works by SCRAM and access lists.
data "aws_iam_policy_document" "shop_backend" {
  statement {
    effect    = "Allow"
    actions   = ["kafka-cluster:Connect", "kafka-cluster:WriteDataIdempotently"]
    resources = ["arn:aws:kafka:eu-central-1:111122223333:cluster/shop/0d1e"]
  }
  statement {
    effect    = "Allow"
    actions   = ["kafka-cluster:DescribeTopic", "kafka-cluster:WriteData", "kafka-cluster:ReadData"]
    resources = ["arn:aws:kafka:eu-central-1:111122223333:topic/shop/0d1e/orders"]
  }
  statement {
    effect    = "Allow"
    actions   = ["kafka-cluster:AlterGroup", "kafka-cluster:DescribeGroup"]
    resources = ["arn:aws:kafka:eu-central-1:111122223333:group/shop/0d1e/cg-7f21"]
  }
}

resource "aws_iam_policy" "scoring" {
  name = "scoring"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["kafka-cluster:*Topic*", "kafka-cluster:ReadData"]
      Resource = ["arn:aws:kafka:eu-central-1:111122223333:topic/shop/0d1e/customers"]
      }, {
      Effect   = "Allow"
      Action   = ["kafka-cluster:AlterGroup"]
      Resource = ["arn:aws:kafka:eu-central-1:111122223333:group/shop/0d1e/credit-scoring-service"]
      }, {
      Effect   = "Deny"
      Action   = ["kafka-cluster:WriteData"]
      Resource = ["arn:aws:kafka:eu-central-1:111122223333:topic/shop/0d1e/customers"]
    }]
  })
}

resource "aws_msk_scram_secret_association" "works" {
  cluster_arn     = aws_msk_cluster.shop.arn
  secret_arn_list = ["arn:aws:secretsmanager:eu-central-1:111122223333:secret:AmazonMSK_works-a1b2c3"]
}
