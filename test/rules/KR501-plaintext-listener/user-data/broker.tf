resource "aws_instance" "broker" {
  ami       = "ami-1"
  user_data = <<-SCRIPT
    #!/bin/bash
    cat > /opt/kafka/config/server.properties <<BROKER
    broker.id=${count.index}
    listeners=PLAINTEXT://0.0.0.0:9092
#             ^^^^^^^^^^^^^^^^^^^^^^^^ KR501 warning Listener "PLAINTEXT" of cluster broker accepts unencrypted connections; move its clients to a listener with TLS
    advertised.listeners=PLAINTEXT://broker.shop.example:9092
    zookeeper.connect=zookeeper.shop.example:2181
    default.replication.factor=3
    offsets.topic.replication.factor=3
    log.retention.check.interval.ms=300000
    BROKER
  SCRIPT
  count = 3
}

resource "google_compute_instance" "broker" {
  metadata = {
    user-data = templatefile("${path.module}/broker.tftpl", { id = 1, port = 9092 })
  }
}

resource "aws_launch_template" "broker" {
  user_data = base64encode(<<-CONFIG
    #cloud-config
    write_files:
      - path: /etc/kafka/server.properties
        content: |
          broker.id=1
          listeners=PLAINTEXT://kafka-3.shop.example:9092
#                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR501 warning Listener "PLAINTEXT" of cluster broker accepts unencrypted connections; move its clients to a listener with TLS
          default.replication.factor=3
          offsets.topic.replication.factor=3
  CONFIG
  )
}
