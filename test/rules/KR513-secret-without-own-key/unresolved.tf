resource "aws_secretsmanager_secret" "client" {
  name = "AmazonMSK_client"
  kms_key_id = var.key
}

resource "aws_secretsmanager_secret_version" "client" {
  secret_id     = aws_secretsmanager_secret.client.id
  secret_string = jsonencode({ username = "svc-a41", password = var.password })
}

variable "password" {
  sensitive = true
}

variable "key" {}

resource "aws_msk_scram_secret_association" "client" {
  cluster_arn     = "arn:aws:kafka:eu-central-1:111122223333:cluster/shop/7a1b-1"
  secret_arn_list = [aws_secretsmanager_secret.client.arn]
}
