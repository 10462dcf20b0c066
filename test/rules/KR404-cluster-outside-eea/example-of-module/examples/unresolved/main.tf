variable "region" {}

module "kafka" {
  source = "../.."
  region = var.region
}
