terraform {
  required_version = ">= 1.9"
  backend "s3" {
    bucket = "seehafen-terraform"
    key    = "kafka/terraform.tfstate"
    region = "us-east-1"
  }
}

provider "aws" {
  region = "eu-central-1"
}

provider "aws" {
  alias  = "standby"
  region = "eu-west-1"
}

provider "datadog" {
  api_url = "https://api.datadoghq.eu/"
}
