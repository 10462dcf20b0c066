resource "aws_instance" "broker" {
  ami       = "ami-1"
  user_data = <<-SCRIPT
    #!/bin/bash
    curl -O https://archive.apache.org/dist/kafka/kafka_2.13-${var.kafka_version}.tgz
    bin/kafka-server-start.sh config/server.properties
  SCRIPT
}

variable "kafka_version" {
  type = string
}
