#!/bin/bash
SCALA=2.13
wget https://archive.apache.org/dist/kafka/2.8.0/kafka_$SCALA-2.8.0.tgz
#                                                             ^^^^^ KR512 information Kafka 2.8.0 of cluster script is older than the three minor releases that are looked after (up to 4.3); upgrade
/opt/kafka/bin/kafka-server-start.sh /etc/kafka/broker.properties
