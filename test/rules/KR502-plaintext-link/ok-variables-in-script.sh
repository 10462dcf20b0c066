#!/bin/bash
cat > services/orders/.env <<EOT
KAFKA_BROKERS=lager:9093
KAFKA_SECURITY_PROTOCOL=SSL
EOT
cat <<EOT
Set it like this:
KAFKA_BROKERS=lager:9092
EOT
