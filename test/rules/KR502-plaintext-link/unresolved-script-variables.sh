#!/bin/bash
# Set to one broker and to another, given from outside, or run through.
BROKER=lager:9092
[ -n "$EU" ] && BROKER=lager-eu:9092
if [ "$1" = eu ]; then
  BROKER=lager-eu:9092
fi
OTHER=$(terraform output -raw brokers)
kafka-topics.sh --bootstrap-server $BROKER --list
kafka-topics.sh --bootstrap-server $OTHER --list
kafka-topics.sh --bootstrap-server $GIVEN --list
for ONE in $(cat brokers); do kafka-topics.sh --bootstrap-server $ONE --list; done
