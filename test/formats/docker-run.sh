#!/bin/sh
docker run -d --name kafka \
  -e KAFKA_NODE_ID=1 -e KAFKA_PROCESS_ROLES=broker,controller \
  -e KAFKA_LISTENERS="PLAINTEXT://:9092,CONTROLLER://:9093" \
  -e KAFKA_ADVERTISED_LISTENERS=PLAINTEXT://localhost:9092 \
  -e 'KAFKA_DEFAULT_REPLICATION_FACTOR=1' --env KAFKA_LOG_DIRS=$DATA apache/kafka:4.1.0
podman run --rm --env=KAFKA_BROKERS=kafka.example.eu:9093 --env KAFKA_SASL_PASSWORD=$PASSWORD example/orders
