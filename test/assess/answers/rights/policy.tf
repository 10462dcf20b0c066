data "aws_iam_policy_document" "reader" {
  statement {
    actions   = ["kafka-cluster:Connect", "kafka-cluster:Read*", "kafka-cluster:DescribeTopic"]
    resources = ["arn:aws:kafka:eu-central-1:111122223333:topic/home/7a1b-1/*"]
  }
  statement {
    actions   = ["kafka-cluster:*Data"]
    resources = ["arn:aws:kafka:eu-central-1:111122223333:topic/*"]
  }
  statement {
    actions   = ["kafka-cluster:*"]
    resources = ["*"]
  }
}
resource "aws_iam_policy" "reader" {
  name   = "reader"
  policy = data.aws_iam_policy_document.reader.json
}
