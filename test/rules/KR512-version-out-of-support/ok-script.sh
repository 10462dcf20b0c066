#!/bin/bash
# wget https://archive.apache.org/dist/kafka/2.8.0/kafka_2.13-2.8.0.tgz
wget https://archive.apache.org/dist/kafka/4.3.0/kafka_2.13-4.3.0.tgz
bin/kafka-server-start.sh server.properties
