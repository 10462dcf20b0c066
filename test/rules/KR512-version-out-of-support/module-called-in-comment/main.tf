# module "msk" {
#   source = "./modules/msk"
# }
locals {
  kafka = "later"
}
