module "kafka" {
  source        = "./modules/kafka"
  count         = var.enable_kafka ? 1 : 0
  kafka_version = var.kafka_version
}

variable "enable_kafka" {
  default = false
}

variable "kafka_version" {
  default = "3.9.x"
}
