# Records lie in object storage, which keeps its own copies.
resource "warpstream_topic" "orders" {
  topic_name         = "orders"
  partition_count    = 6
  virtual_cluster_id = warpstream_virtual_cluster.main.id

  config {
    name  = "retention.ms"
    value = "604800000"
  }
}

resource "warpstream_virtual_cluster" "main" {
  name = "vcn_main"
  tier = "pro"

  cloud = {
    provider = "aws"
    region   = "eu-central-1"
#              ^^^^^^^^^^^^^^ KR405 information Kafka cluster "vcn_main" is in eu-central-1 (Germany): operated by IBM, subject to US law
  }
}
