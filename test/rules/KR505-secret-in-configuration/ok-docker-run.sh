#!/bin/sh
# What the shell fills in, what is taken from it, what is no Kafka's
docker run -d --name orders -e KAFKA_BROKERS=kafka.example.eu:9093 -e KAFKA_SASL_PASSWORD -e KAFKA_SSL_KEYSTORE_PASSWORD=${KEYSTORE_PASSWORD} example/orders
docker run -d -e DB_PASSWORD=Tr4ns1t-orders -e KAFKA_TLS=true example/orders
