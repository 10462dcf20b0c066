resource "aws_msk_configuration" "own" {
  name              = "own"
  server_properties = <<EOT
unclean.leader.election.enable = false
log.retention.hours = -1
#                     ^^ KR601 information Topics that set no retention keep their records for ever: log.retention.hours -1; expected a limit
EOT
}
