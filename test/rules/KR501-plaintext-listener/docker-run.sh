#!/bin/bash
docker run -d --name kafka -p 9092:9092 \
  -e KAFKA_BROKER_ID=1 -e KAFKA_ZOOKEEPER_CONNECT=zookeeper.example.eu:2181 \
  -e KAFKA_LISTENERS=PLAINTEXT://0.0.0.0:9092 \
#                    ^^^^^^^^^^^^^^^^^^^^^^^^ KR501 warning Listener "PLAINTEXT" of cluster kafka accepts unencrypted connections; move its clients to a listener with TLS
  -e KAFKA_ADVERTISED_LISTENERS=PLAINTEXT://kafka.example.eu:9092 \
  confluentinc/cp-kafka:7.5.0
