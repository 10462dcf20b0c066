#!/bin/bash
cat > services/orders/.env <<EOT
KAFKA_BROKERS=${BROKERS}
EOT
