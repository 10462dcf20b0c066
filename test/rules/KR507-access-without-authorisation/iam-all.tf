resource "aws_iam_policy" "all" {
  name = "all"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "kafka-cluster:*"
        Resource = "*"
#                  ^^^ KR507 warning all may perform every operation on every cluster, topic and group; grant its own resources only
      }
    ]
  })
}
