locals {
  users = toset(["svc-a41", "svc-a42"])
}

resource "aws_msk_scram_secret_association" "shop" {
  cluster_arn     = aws_msk_cluster.shop.arn
  secret_arn_list = [aws_secretsmanager_secret.shop.arn]
}

resource "aws_secretsmanager_secret" "shop" {
#                                    ^^^^^^ KR513 warning Secret shop-clients has no KMS key of its own: Amazon MSK does not accept it for SCRAM; set kms_key_id
  name = "shop-clients"
}

resource "aws_secretsmanager_secret_version" "shop" {
  secret_id = aws_secretsmanager_secret.shop.id

  secret_string = jsonencode({
    username = "svc-a40"
    password = "Zeppelin-7731"
#              ^^^^^^^^^^^^^^^ KR505 error password of shop-clients is a secret in plain text; use a reference
  })
}

resource "aws_secretsmanager_secret" "each" {
#                                    ^^^^^^ KR513 warning Secret AmazonMSK_svc-a41 has no KMS key of its own: Amazon MSK does not accept it for SCRAM; set kms_key_id
  for_each = local.users
  name     = "AmazonMSK_${each.key}"
}

resource "aws_secretsmanager_secret_version" "each" {
  for_each  = local.users
  secret_id = aws_secretsmanager_secret.each[each.key].id
  secret_string = jsonencode({
    username = each.key
    password = "${each.key}-7731!"
#              ^^^^^^^^^^^^^^^^^^^ KR505 error password of AmazonMSK_svc-a41 is a secret in plain text; use a reference
  })
}

resource "aws_secretsmanager_secret" "database" {
  name = "database"
}

resource "aws_secretsmanager_secret_version" "database" {
  secret_id     = aws_secretsmanager_secret.database.id
  secret_string = jsonencode({ password = "Zeppelin-7732" })
}

provider "kafka" {
  bootstrap_servers = ["b-1.shop.a1b2c3.c2.kafka.eu-central-1.amazonaws.com:9096"]
#                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR405 information Kafka cluster of client "kafka" is in eu-central-1 (Germany): operated by Amazon, subject to US law
  tls_enabled       = true
  sasl_username     = "admin"
  sasl_password     = "Zeppelin-7733"
#                     ^^^^^^^^^^^^^^^ KR505 error sasl.password of kafka is a secret in plain text; use a reference
  sasl_mechanism    = "scram-sha512"
}
