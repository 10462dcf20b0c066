#!/bin/bash
# On the machine of a developer
SCALA=2.13
wget https://archive.apache.org/dist/kafka/2.8.0/kafka_$SCALA-2.8.0.tgz
/opt/kafka/bin/kafka-server-start.sh /etc/kafka/broker.properties
