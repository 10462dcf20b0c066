# The version stands in a variable, which the script of the machine takes over
resource "aws_instance" "broker" {
  count         = 3
  ami           = "ami-1"
  instance_type = "m5.large"
  user_data = base64encode(<<-SCRIPT
    #!/bin/bash
    KAFKA_VERSION="${var.kafka_version}"
    curl -O https://archive.apache.org/dist/kafka/$KAFKA_VERSION/kafka_2.13-$KAFKA_VERSION.tgz
    tar xzf kafka_2.13-$KAFKA_VERSION.tgz -C /opt/kafka --strip-components=1
    /opt/kafka/bin/kafka-server-start.sh -daemon /etc/kafka/server.properties
  SCRIPT
  )
}

variable "kafka_version" {
  default = "2.8.0"
#           ^^^^^^^ KR512 information Kafka 2.8.0 of cluster broker is older than the three minor releases that are looked after (up to 4.3); upgrade
}
