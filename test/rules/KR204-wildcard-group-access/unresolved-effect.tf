resource "aws_iam_policy" "reader" {
  name = "reader"
  policy = jsonencode({
    Statement = [{
      Effect   = var.effect
      Action   = ["kafka-cluster:AlterGroup"]
      Resource = ["*"]
    }]
  })
}
