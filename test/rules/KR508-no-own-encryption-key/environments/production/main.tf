module "kafka" {
  source      = "../module"
  environment = "production"
}
