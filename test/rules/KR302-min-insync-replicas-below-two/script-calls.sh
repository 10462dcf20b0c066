#!/bin/bash
create_topic() {
  kafka-topics.sh --create --topic "$1" --replication-factor 3 $2
}
create_topic orders "--config retention.ms=604800000 --config min.insync.replicas=1"
#                                                                                 ^ KR302 warning min.insync.replicas is 1 with replication factor 3: writes may be acknowledged by the leader alone; set it to 2
create_topic refunds "--config min.insync.replicas=2"
create_topic others "$SETTINGS"
