#!/bin/bash
BROKER="lager.regal.example:9092"
#       ^^^^^^^^^^^^^^^^^^^^^^^^ KR502 warning Unencrypted connection of client kafka-topics to Kafka; connect to a listener with TLS
export COPIES=3
SPARE=${SPARE:-reserve:9092}
#     ^^^^^^^^^^^^^^^^^^^^^^ KR502 information Unencrypted connection of client kafka-console-producer to Kafka; connect to a listener with TLS
kafka-topics.sh --bootstrap-server $BROKER --create --topic regal --replication-factor "$COPIES"
kafka-console-producer.sh --bootstrap-server "${SPARE}" --topic regal
kafka-console-producer.sh --bootstrap-server ${THIRD:-dritter:9092} --topic regal
#                                            ^^^^^^^^^^^^^^^^^^^^^^ KR502 information Unencrypted connection of client kafka-console-producer to Kafka; connect to a listener with TLS
