module "small" {
  source  = "./modules/kafka"
  name    = "shop-small"
  brokers = 2
#           ^ KR307 warning Cluster shop-small has 2 brokers: with one down, writes fail or a single replica is left; use 4, or a new cluster of 3 over subnets in three zones
}
