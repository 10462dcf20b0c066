resource "aws_msk_cluster_policy" "named" {
  cluster_arn = "arn:aws:kafka:eu-central-1:111122223333:cluster/shop/7a1b-1"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = ["arn:aws:iam::444455556666:root"] }
        Action    = ["kafka:CreateVpcConnection"]
        Resource  = "arn:aws:kafka:eu-central-1:111122223333:cluster/shop/7a1b-1"
      },
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = ["kafka:CreateVpcConnection"]
        Resource  = "arn:aws:kafka:eu-central-1:111122223333:cluster/shop/7a1b-1"
        Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-7a1b" } }
      },
    ]
  })
}

resource "aws_s3_bucket_policy" "of-another-service" {
  bucket = "public-downloads"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = ["s3:GetObject"], Resource = "arn:aws:s3:::public-downloads/*" }]
  })
}
