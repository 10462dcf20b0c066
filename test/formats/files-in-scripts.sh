#!/bin/bash
kubectl apply -f - <<EOF
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: orders
  labels:
    strimzi.io/cluster: $CLUSTER
spec:
  replicas: 1
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: payments
spec:
  replicas: ${RF}
EOF
cat > server.properties <<'CFG'
process.roles=broker,controller
node.id=1
listeners=PLAINTEXT://:9092,CONTROLLER://:9093
advertised.listeners=PLAINTEXT://kafka.prod.svc:9092
offsets.topic.replication.factor=1
CFG
cat <<X > /dev/null
hello { "connector.class": "io.debezium.connector.postgresql.PostgresConnector", "name": "x" }
X
kafka-configs.sh --bootstrap-server kafka:9092 --alter --entity-type topics --entity-name orders --add-config retention.ms=-1,min.insync.replicas=1
kafka-configs --bootstrap-server kafka:9092 --alter --add-config 'SCRAM-SHA-512=[iterations=8192,password=wq8Zr4kQ1x]' --entity-type users --entity-name alice
