# A machine with the tools, and no broker
resource "aws_instance" "bastion" {
  ami       = "ami-1"
  user_data = <<-SCRIPT
    #!/bin/bash
    wget https://archive.apache.org/dist/kafka/2.8.0/kafka_2.13-2.8.0.tgz
  SCRIPT
}
