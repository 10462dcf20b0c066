resource "aws_msk_replicator" "r" {
  replicator_name            = "r-1"
#                              ^^^^^ KR705 information Mirror "r-1" replicates home to away in one direction only: there is no failback path
  service_execution_role_arn = "arn:aws:iam::111122223333:role/r"
  replication_info_list {
    source_kafka_cluster_arn = "arn:aws:kafka:eu-central-1:111122223333:cluster/home/7a1b-1"
#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR405 information Source cluster of mirror "r-1" is in eu-central-1 (Germany): operated by Amazon, subject to US law
    target_kafka_cluster_arn = "arn:aws:kafka:eu-west-1:111122223333:cluster/away/7a1b-2"
    target_compression_type  = "NONE"
    topic_replication {
      topics_to_replicate = ["orders"]
      starting_position {
        type = "EARLIEST"
      }
    }
    consumer_group_replication {
      consumer_groups_to_replicate = ["cg-7a1f"]
    }
  }
  log_delivery {
    cloudwatch_logs {
      enabled   = true
#                 ^^^^ KR406 information Telemetry of mirror "r-1" is sent to us-east-1 (United States): outside the EEA
      log_group = aws_cloudwatch_log_group.logs.name
    }
  }
}

resource "aws_cloudwatch_log_group" "logs" {
  name   = "replicator"
  region = "us-east-1"
}
