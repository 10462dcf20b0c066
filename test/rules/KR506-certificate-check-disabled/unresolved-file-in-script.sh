#!/bin/bash
# For the tools of kafka.
cat > client.properties <<EOT
security.protocol=SSL
ssl.endpoint.identification.algorithm=$ALGORITHM
EOT
