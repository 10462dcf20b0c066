module "kafka" {
  source = "../.."
  region = "us-east-2"
#          ^^^^^^^^^^^ KR404 hint Kafka cluster "orders" is in us-east-2 (United States): outside the EEA, recipient not declared as covered by the adequacy decision
}
