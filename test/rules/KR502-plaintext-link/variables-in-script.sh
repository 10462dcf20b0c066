#!/bin/bash
cat > services/orders/.env <<EOT
PORT=8080
DB_PASSWORD=${DB_PASSWORD}
KAFKA_BROKERS=lager:9092
#             ^^^^^^^^^^ KR502 information Unencrypted connection of client variables-in-script to Kafka; connect to a listener with TLS
EOT
