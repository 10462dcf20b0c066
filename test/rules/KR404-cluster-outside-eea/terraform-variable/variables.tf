variable "region" {
  type    = string
  default = "us-west-2"
#           ^^^^^^^^^^^ KR404 warning Kafka of cluster "shop" lies in us-west-2 (United States): outside the EEA, recipient not declared covered
}
