output "arn" {
  value = aws_msk_configuration.main.arn
}

output "latest_revision" {
  value = aws_msk_configuration.main.latest_revision
}
