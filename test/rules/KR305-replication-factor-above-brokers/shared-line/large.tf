module "large" {
  source  = "./modules/kafka"
  name    = "shop-large"
  brokers = 6
}
