resource "aws_msk_configuration" "own" {
  name              = "own"
  server_properties = <<EOT
unclean.leader.election.enable = false
log.retention.hours = -1
#                     ^^ KR601 information Topics without their own retention keep records indefinitely (log.retention.hours=-1); set a limit
EOT
}
