#!/bin/bash
# Given from outside, moved on, or never called here.
create_topic() {
  kafka-topics.sh --create --topic "$1" --replication-factor "$2"
}
create_topic orders "$COPIES"
create_topic payments "$(copies_of payments)"
moved() {
  shift
  kafka-topics.sh --create --topic "$1" --replication-factor "$2"
}
moved quietly refunds 1
from_library() {
  local copies=$2
  kafka-topics.sh --create --topic "$1" --replication-factor "$copies"
}
for copies in $(seq 1 3); do
  kafka-topics.sh --create --topic "copies-$copies" --replication-factor "$copies"
done
while read -r name copies; do
  kafka-topics.sh --create --topic "$name" --replication-factor "$copies"
done < topics.txt
several() {
  local copies=$1
  [ -n "$FEW" ] && copies=1
  kafka-topics.sh --create --topic several --replication-factor "$copies"
}
several 2
