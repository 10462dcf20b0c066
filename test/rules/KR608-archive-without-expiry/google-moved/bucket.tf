# The archive of kafka-connect.
resource "google_storage_bucket" "archive" {
  name     = "guests-archive"
  location = "europe-west3"

  lifecycle_rule {
    condition {
      age = 30
    }

    action {
      type          = "SetStorageClass"
      storage_class = "ARCHIVE"
    }
  }
}
