#!/bin/bash
# Topics that must be there before anything starts.
kafka-topics.sh --bootstrap-server lager:9092 --create --if-not-exists \
  --topic regal --partitions 3 --replication-factor 1 \
  --config retention.ms=604800000 --config "cleanup.policy=delete" && echo done
kafka-topics --create --topic=palette --replication-factor=$COPIES --zookeeper zk:2181
kafka-topics --bootstrap-server localhost:9092 --create --topic versuch --replication-factor 1
kafka-topics --bootstrap-server lager:9092 --list | grep regal
for name in a b; do kafka-topics --bootstrap-server "$SERVERS" --create --topic "$name" --replication-factor 3; done
docker exec broker bash -c "kafka-topics --bootstrap-server lager:9092 --create --topic kiste --replication-factor 2"
kafka-acls --bootstrap-server lager:9092 --add --allow-principal User:svc-1 --operation Read --topic regal --group g- --resource-pattern-type prefixed
rpk topic create karton schachtel -p 3 -r 1 -c cleanup.policy=compact
