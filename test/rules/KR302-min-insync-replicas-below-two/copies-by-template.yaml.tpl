apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata:
  name: shop
spec:
  kafka:
    config:
      default.replication.factor: ${brokers}
      min.insync.replicas: 1
#                          ^ KR302 information min.insync.replicas is 1: writes may be acknowledged by the leader alone; with three replicas, set it to 2
