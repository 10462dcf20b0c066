apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata:
  name: shop
spec:
  kafka:
    config:
      default.replication.factor: ${brokers}
      min.insync.replicas: ${confirmations}
