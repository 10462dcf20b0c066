locals {
  properties = {
    "default.replication.factor" = 2
#                                  ^ KR301 warning default.replication.factor is 2; use at least 3, on as many brokers
    "num.partitions"             = 6
  }
}

resource "aws_msk_configuration" "joined" {
  name              = "joined"
  server_properties = join("\n", [for k, v in merge(local.properties, { "offsets.topic.replication.factor" = 1 }) : "${k} = ${v}"])
#                                                                                                            ^ KR301 warning offsets.topic.replication.factor is 1; use at least 3, on as many brokers
}

resource aws_msk_configuration "computed" {
  name = "computed"

  server_properties = <<EOT
default.replication.factor = ${min(2, length(aws_subnet.all))}
#                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR301 warning default.replication.factor is 2; use at least 3, on as many brokers
offsets.topic.replication.factor = ${var.factor}
EOT
}
