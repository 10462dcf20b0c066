#!/bin/bash
# A function with what each call gives it, in its own order and with its own fallbacks.
COPIES=3
create_topic() {
  local topic=$1 copies="${3:-$COPIES}"
  kafka-topics.sh --create --topic "$topic" --partitions "$2" --replication-factor "$copies"
}
create_topic orders 6 1
#                     ^ KR301 warning Topic orders has 1 replica; use at least 3, on as many brokers
create_topic payments 6
create_topic refunds 6 3
function twice { create_topic "$1" 3 "$2"; create_topic "$1-retry" 3 "$2"; }
twice "shipments" 2
#                 ^ KR301 warning Topic shipments has 2 replicas; use at least 3, on as many brokers

# What a loop goes over: words, the elements of an array, lines.
for topic in clicks views; do
  kafka-topics --create --topic "$topic" --replication-factor 1
#                                                             ^ KR301 warning Topic clicks has 1 replica; use at least 3, on as many brokers
done
TOPICS=(
  # Name, partitions, copies.
  "audit:3:1"
#          ^ KR301 warning Topic audit has 1 replica; use at least 3, on as many brokers
  "alerts:3:3"
)
for entry in "${TOPICS[@]}"; do
  IFS=':' read -r name partitions copies <<< "$entry"
  kafka-topics --create --topic "$name" --partitions "$partitions" --replication-factor "$copies"
done
for pair in returns=2 invoices=3; do
  rpk topic create "${pair%%=*}" --replicas "${pair##*=}"
#                                           ^^^^^^^^^^^^^ KR301 warning replicas is 2: Redpanda accepts only odd replication factors; use 3
done
while IFS=, read -r name copies; do
  kafka-topics --create --topic "$name" --replication-factor "$copies"
done <<LIST
ledger,1
#      ^ KR301 warning Topic ledger has 1 replica; use at least 3, on as many brokers
journal,3
LIST
declare -A STOCKS=( ["north"]="6:1" ["south"]="6:3" )
#                                 ^ KR301 warning Topic stock-north has 1 replica; use at least 3, on as many brokers
for stock in "${!STOCKS[@]}"; do
  IFS=: read -r parts count <<< "${STOCKS[$stock]}"
  kafka-topics --create --topic "stock-$stock" --partitions "$parts" --replication-factor "$count"
done
for entry in returns:1 claims:3; do
#                    ^ KR301 warning The topic has 1 replica; use at least 3, on as many brokers
  topic=$(echo "$entry" | cut -d: -f1)
  factor=$(echo "$entry" | cut -d ':' -f 2)
  kafka-topics --create --topic "$topic" --replication-factor "$factor"
done
