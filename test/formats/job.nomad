job "shipper" {
  datacenters = ["eu-1"]
  group "ship" {
    task "ship" {
      driver = "docker"
      config {
        image = "example/shipper:3"
      }
      env {
        KAFKA_BROKERS           = "broker-1.example.eu:9092"
        KAFKA_SECURITY_PROTOCOL = "SASL_SSL"
        KAFKA_GROUP_ID          = "shipper"
        KAFKA_SASL_PASSWORD     = "${KAFKA_PASSWORD}"
      }
    }
  }
}
