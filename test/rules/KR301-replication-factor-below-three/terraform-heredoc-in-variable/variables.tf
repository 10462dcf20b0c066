variable "properties" {
  type = string

  default = <<-EOT
    default.replication.factor = 2
#                                ^ KR301 warning default.replication.factor 2; expected at least 3 replicas
    # offsets.topic.replication.factor = 1
    offsets.topic.replication.factor=1
#                                    ^ KR301 warning offsets.topic.replication.factor 1; expected at least 3 replicas
  EOT
}
