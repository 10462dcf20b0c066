resource "aws_instance" "broker" {
  ami       = "ami-1"
  user_data = <<-EOT
    #!/bin/bash
    docker run -d --name kafka -p 9092:9092 -e KAFKA_LISTENERS=${var.listeners} apache/kafka:4.2.0
  EOT
}
