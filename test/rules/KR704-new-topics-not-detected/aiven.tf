resource "aiven_kafka_mirrormaker" "mm" {
  project      = "shop"
  cloud_name   = "upcloud-de-fra"
  plan         = "startup-4"
  service_name = "mm"
  kafka_mirrormaker_user_config {
    kafka_mirrormaker {
      refresh_topics_enabled     = false
#                                  ^^^^^ KR704 warning Mirror "home->away" does not copy topics created later; set refresh_topics_enabled to true
      sync_topic_configs_enabled = false
#                                  ^^^^^ KR709 information Mirror "home->away" does not copy topic configurations (sync_topic_configs_enabled is false): retention and limits differ at the target
    }
  }
}

resource "aiven_mirrormaker_replication_flow" "flow" {
#                                             ^^^^^^ KR705 information Mirror "home->away" replicates home to away in one direction only: there is no failback path
  project                    = "shop"
  service_name               = aiven_kafka_mirrormaker.mm.service_name
  source_cluster             = "home"
  target_cluster             = "away"
  enable                     = true
  topics                     = ["orders"]
  sync_group_offsets_enabled = true
}
