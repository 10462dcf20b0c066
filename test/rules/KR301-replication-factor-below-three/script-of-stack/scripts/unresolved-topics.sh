#!/bin/sh
kafka-topics --create --bootstrap-server "$BROKERS" --topic refunds --partitions 3 --replication-factor 1
#                                                                                                       ^ KR301 warning Topic refunds has 1 replica; use at least 3, on as many brokers
