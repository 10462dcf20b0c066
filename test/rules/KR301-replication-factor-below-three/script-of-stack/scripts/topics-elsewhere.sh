#!/bin/sh
kafka-topics --create --bootstrap-server other:9092 --topic returns --partitions 3 --replication-factor 1
#                                        ^^^^^^^^^^ KR502 information Unencrypted connection of client kafka-topics to Kafka; connect to a listener with TLS
#                                                                                                       ^ KR301 warning Topic returns has 1 replica; use at least 3, on as many brokers
