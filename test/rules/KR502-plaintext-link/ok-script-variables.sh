#!/bin/bash
BROKER="lager.regal.example:9093"
OPTIONS="--command-config /etc/kafka/client.properties"
HERE=localhost:9092
kafka-topics.sh --bootstrap-server $BROKER $OPTIONS --list
kafka-topics.sh --bootstrap-server $HERE --list
kafka-topics.sh --bootstrap-server '$BROKER' --list
