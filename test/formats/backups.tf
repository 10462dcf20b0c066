provider "aws" {
  region = "eu-central-1"
}

provider "aws" {
  alias  = "away"
  region = "us-east-1"
}

resource "aws_backup_vault" "here" {
  name = "kafka"
}

resource "aws_backup_vault" "away" {
  provider = aws.away
  name     = "kafka-away"
}

resource "aws_backup_plan" "disks" {
  name = "disks"
  rule {
    rule_name         = "nightly"
    target_vault_name = aws_backup_vault.here.name
    schedule          = "cron(0 3 * * ? *)"
    lifecycle {
      delete_after = 35
    }
    copy_action {
      destination_vault_arn = aws_backup_vault.away.arn
      lifecycle {
        delete_after = var.days
      }
    }
    copy_action {
      destination_vault_arn = "arn:aws:backup:eu-west-1:123456789012:backup-vault:kafka"
    }
  }
}

resource "aws_dlm_lifecycle_policy" "disks" {
  description = "disks every night"
  policy_details {
    resource_types = ["VOLUME"]
    schedule {
      name = "nightly"
      create_rule {
        cron_expression = "cron(0 2 * * ? *)"
      }
      retain_rule {
        count = 14
      }
      cross_region_copy_rule {
        target    = "eu-west-1"
        encrypted = true
      }
    }
  }
}

variable "days" {}

resource "aws_msk_topic" "orders" {
  name = "orders"
}
