#!/bin/bash
brokers=${1-kafka-1.example.internal:9093,kafka-2.example.internal:9093};
for file in sink.cfg answers.cfg; do
  cat <<EOF > $file
bootstrap.servers=$brokers
security.protocol=SSL
acks=1
#    ^ KR308 warning acks=1 on written-by-script: writes are acknowledged before any follower has them; set it to all
EOF
  if [[ $mechanism == *"SASL"* ]]; then
    echo "sasl.mechanism=$mechanism" >> $file
  fi
done
