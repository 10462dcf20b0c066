module "kafka" {
  source = "./.."
  region = "us-east-1"
#          ^^^^^^^^^^^ KR404 warning Kafka cluster "orders" is in us-east-1 (United States): outside the EEA, recipient not declared as covered by the adequacy decision
}
