variable "properties" {
  type = string

  default = <<-EOT
    default.replication.factor = 2
#                                ^ KR301 warning default.replication.factor is 2; use at least 3, on as many brokers
    # offsets.topic.replication.factor = 1
    offsets.topic.replication.factor=1
#                                    ^ KR301 warning offsets.topic.replication.factor is 1; use at least 3, on as many brokers
  EOT
}
