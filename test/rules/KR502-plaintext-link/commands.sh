#!/bin/bash
kafka-topics --bootstrap-server kafka.shop.example.com:9092 --list
#                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR502 warning Unencrypted connection of client kafka-topics to Kafka; connect to a listener with TLS
/opt/kafka/bin/kafka-consumer-groups.sh --bootstrap-server kafka.shop.example.com:9092 --describe --all-groups
#                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR502 warning Unencrypted connection of client kafka-consumer-groups to Kafka; connect to a listener with TLS
/opt/kafka/bin/kafka-consumer-groups.sh --bootstrap-server kafka.shop.example.com:9092 --list
