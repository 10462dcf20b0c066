#!/usr/bin/env bash
SERVERS=${SERVERS:-lager:9092}
COPIES="1"
if [ -z "$PARTS" ]; then
  PARTS=3
fi
: "${LIMIT:=2}"
create() {
  local name=$1 copies="${2:-2}"
  kafka-topics --bootstrap-server "$SERVERS" --create --topic "$name" --replication-factor "$copies" --partitions $PARTS
}
function shared {
  declare -r name=geteilt
  kafka-topics --bootstrap-server "$SERVERS" --create --topic "$name" --replication-factor $COPIES
}
create regal
create "palette" 1
shared
for entry in "kiste:1:retention.ms=5" "dose:3:retention.ms=6"; do
  name=$(echo "$entry" | cut -d: -f1)
  copies=$(echo $entry | cut -d ':' -f 2)
  rest=$(echo "$entry" | awk -F: '{print $3}')
  kafka-topics --bootstrap-server lager:9092 --create --topic "$name" --replication-factor "$copies" --config "$rest"
done
for entry in korb:2 kanne:1; do
  IFS=: read -r topic count <<< "$entry"
  kafka-topics --bootstrap-server lager:9092 --create --topic "$topic" --replication-factor "$count"
done
TOPICS=(eimer wanne)
for topic in "${TOPICS[@]}"; do
  kafka-topics --bootstrap-server lager:9092 --create --topic "$topic" --replication-factor 1
done
declare -A FACTORS=([glas]=1 [flasche]=2)
for topic in "${!FACTORS[@]}"; do
  kafka-topics --bootstrap-server lager:9092 --create --topic "$topic" --replication-factor "${FACTORS[$topic]}"
done
read -r asked
kafka-topics --bootstrap-server lager:9092 --create --topic "$asked" --replication-factor 1
COPIES=2
kafka-topics --bootstrap-server lager:9092 --create --topic spaet --replication-factor $COPIES
