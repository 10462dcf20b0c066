#!/bin/bash
start_all() {
  kafka-topics.sh --bootstrap-server "$1" --create --topic "$2" --replication-factor 2
}
function stop_all() {
  kafka-topics.sh --broker-list lager:9092 --delete --topic regal
}
start_all lager:9092 kiste
start_all lager:9092 palette
typeset COPIES=2
kafka-topics.sh --create --zookeeper localhost:2181 --topic kran --replication-factor $COPIES --partitions 4
sudo kafka-configs.sh --bootstrap-server lager:9092 --alter --entity-type topics --entity-name kran --add-config 'retention.ms=1000,cleanup.policy=[compact,delete]'
kafka-configs.sh --bootstrap-server lager:9092 --alter --entity-type users --entity-name svc-2 --add-config 'SCRAM-SHA-512=[iterations=8192,password=changeit-3]'
kafka-configs.sh --bootstrap-server lager:9092 --alter --topic tor --add-config min.insync.replicas=1
kafka-configs.sh --bootstrap-server lager:9092 --alter --user svc-3 --add-config 'SCRAM-SHA-256=[password=changeit-4]'
kafka-configs.sh --bootstrap-server lager:9092 --describe --topic tor
kafka-acls.sh --bootstrap-server lager:9092 --add --deny-principal User:gast --allow-principal User:svc-1 --topic regal --transactional-id svc
kafka-acls.sh --bootstrap-server lager:9092 --add --allow-principal User:svc-2 --consumer --producer --topic regal --group svc
kafka-acls.sh --bootstrap-server lager:9092 --add --allow-principal User:svc-3 --operation "$OPERATION" --topic regal
kafka-acls.sh --bootstrap-server lager:9092 --list
kafka-console-producer.sh --broker-list lager.example.org:9092 --topic regal
kafka-console-consumer.sh --bootstrap-server "${SERVER:-lager.example.org:9092}" --topic regal
kafka-console-consumer.sh --bootstrap-server lager.example.org:9092 --topic regal --consumer.config client.properties
kafka-console-producer.sh --bootstrap-server lager.example.org:9092 --topic regal --producer-property acks=1
kafka-console-producer.sh --bootstrap-server localhost:9092 --topic regal
rpk topic create -X brokers=lager:9092 eimer --partitions 2 --replicas 1 --topic-config retention.ms=1
rpk topic create kanne --brokers lager:9092
kafka-server-start.sh server.properties --override log.retention.hours=1 --override broker.id=2
docker exec -it broker kafka-topics --bootstrap-server broker:9092 --create --topic korb
if true; then
  kafka-topics --bootstrap-server lager:9092 --create --topic wanne --config retention.ms=1
fi
for part in a b
do
  kafka-topics --bootstrap-server lager:9092 --create --topic "teil-$part" --replication-factor 1
done
while read -r name copies; do
  kafka-topics --bootstrap-server lager:9092 --create --topic "$name" --replication-factor "$copies"
done <<LIST
glas 1
dose 2
LIST
