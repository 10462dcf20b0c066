brokers=kafka-1.example.internal:9093
cat <<EOF > sink.cfg
bootstrap.servers=$brokers
security.protocol=SSL
acks=all
EOF
