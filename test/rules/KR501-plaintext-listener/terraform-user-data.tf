resource "aws_instance" "broker" {
  ami       = "ami-1"
  user_data = <<-EOT
    #!/bin/bash
    docker run -d --name kafka -p 9092:9092 \
      -e KAFKA_LISTENERS=PLAINTEXT://0.0.0.0:9092 \
#                        ^^^^^^^^^^^^^^^^^^^^^^^^ KR501 warning Listener "PLAINTEXT" of cluster kafka accepts unencrypted connections; move its clients to a listener with TLS
      -e KAFKA_ADVERTISED_LISTENERS=PLAINTEXT://${aws_eip.broker.public_ip}:9092 \
      apache/kafka:4.2.0
  EOT
}
