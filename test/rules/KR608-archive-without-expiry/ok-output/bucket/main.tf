resource "aws_s3_bucket" "archive" {
  bucket = "guests-archive"
}

output "name" {
  value = aws_s3_bucket.archive.id
}
