#!/bin/bash
# For the tools of kafka.
cat > client.properties <<EOT
security.protocol=SSL
ssl.endpoint.identification.algorithm=https
EOT
cat <<EOT
Write into a file for kafka:
security.protocol=SSL
ssl.endpoint.identification.algorithm=
EOT
