#!/bin/bash
create_topic() {
  kafka-topics.sh --create --topic "$1" --partitions "$2" --replication-factor "${3:-3}"
}
create_topic orders 6
create_topic payments 6 3
# create_topic old 6 1
usage() {
  cat <<TEXT
create_topic NAME 6 1
TEXT
}
for copies in 3 4; do
  kafka-topics --create --topic "spread-$copies" --replication-factor "$copies"
done
