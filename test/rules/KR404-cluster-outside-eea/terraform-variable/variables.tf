variable "region" {
  type    = string
  default = "us-west-2"
#           ^^^^^^^^^^^ KR404 warning Kafka cluster "shop" is in us-west-2 (United States): outside the EEA, recipient not declared as covered by the adequacy decision
}
