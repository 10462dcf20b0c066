module "kafka" {
  source      = "../module"
  environment = "dev"
}
