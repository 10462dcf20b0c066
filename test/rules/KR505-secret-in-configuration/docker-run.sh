#!/bin/sh
docker run --rm -e KAFKA_BROKERS="kafka.example.eu:9093" -e KAFKA_SASL_USERNAME=orders -e KAFKA_SASL_PASSWORD=Tr4ns1t-orders example/orders
#                                                                                                             ^^^^^^^^^^^^^^ KR505 error KAFKA_SASL_PASSWORD of container is a secret in plain text; use a reference
docker run --rm --env "KAFKA_BROKERS=kafka.example.eu:9093" --env "KAFKA_SASL_PASSWORD=$KAFKA_PASSWORD" example/orders
