#!/bin/bash
cat > "$GUIDE" <<EOF
kafka-topics --create --topic written --replication-factor "$COPIES"
EOF
