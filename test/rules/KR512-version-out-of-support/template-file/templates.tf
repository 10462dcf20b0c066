data "template_file" "setup" {
  template = file("${path.module}/setup.sh")
  vars = {
    scala_version = "2.12"
    version       = var.kafka_version
  }
}

variable "kafka_version" {
  default = "2.3.0"
#           ^^^^^^^ KR512 information Kafka 2.3.0 of cluster setup is older than the three minor releases that are looked after (up to 4.3); upgrade
}
