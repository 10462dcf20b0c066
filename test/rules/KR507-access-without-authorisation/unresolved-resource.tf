variable "topics" {}

resource "aws_iam_policy" "reader" {
  name = "reader"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "kafka-cluster:ReadData"
        Resource = var.topics
      }
    ]
  })
}
