#!/bin/sh
BROKERS="${BROKERS:-bus:9092}"
kafka-topics --create --zookeeper zoo:2181 --topic parcels --partitions 3 --replication-factor 1
#                                                                                              ^ KR301 folded warning Topic parcels has 1 replica; use at least 3, on as many brokers
kafka-topics --create --bootstrap-server "$BROKERS" --topic letters --partitions 3 --replication-factor 1
#                                                                                                       ^ KR301 folded warning Topic letters has 1 replica; use at least 3, on as many brokers
