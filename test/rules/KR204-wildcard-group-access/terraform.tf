resource "kafka_acl" "all" {
  resource_name       = "*"
#                       ^^^ KR204 warning User:svc-a41 has access to every consumer group; grant access to its own groups only
  resource_type       = "Group"
  acl_principal       = "User:svc-a41"
  acl_host            = "*"
  acl_operation       = "Read"
  acl_permission_type = "Allow"
}

data "aws_iam_policy_document" "client" {
  statement {
    actions   = ["kafka-cluster:AlterGroup", "kafka-cluster:DescribeGroup"]
    resources = ["arn:aws:kafka:eu-central-1:111122223333:group/shop/*"]
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR204 warning client has access to every consumer group; grant access to its own groups only
  }
}

resource "aws_iam_policy" "own" {
  name = "own"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "kafka-cluster:*"
        Resource = ["arn:aws:kafka:eu-central-1:111122223333:group/shop/7a1b-1/cg-4711"]
      }
    ]
  })
}
