resource "aws_iam_role" "replicator" {
  name               = "msk-replicator"
  assume_role_policy = data.aws_iam_policy_document.kafka.json
}

data "aws_iam_policy_document" "kafka" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["kafka.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "tracking" {
  statement {
    actions   = ["kafka-cluster:Connect"]
    resources = [aws_msk_cluster.shipments.arn]
  }
  statement {
    actions   = ["kafka-cluster:ReadData", "kafka-cluster:DescribeTopic"]
    resources = ["arn:aws:kafka:eu-central-1:111122223333:topic/shipments/0b1c/parcels"]
  }
  statement {
    actions   = ["kafka-cluster:AlterGroup", "kafka-cluster:DescribeGroup"]
    resources = ["arn:aws:kafka:eu-central-1:111122223333:group/shipments/0b1c/cg-7fa1"]
  }
}

resource "aws_iam_policy" "tracking" {
  name   = "tracking"
  policy = data.aws_iam_policy_document.tracking.json
}
