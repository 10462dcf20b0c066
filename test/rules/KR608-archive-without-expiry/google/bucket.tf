# The archive of kafka-connect.
resource "google_storage_bucket" "archive" {
  name     = "guests-archive"
  location = "europe-west3"
}
