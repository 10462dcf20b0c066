apiVersion: kafka.strimzi.io/v1
kind: KafkaNodePool
metadata:
  name: ${name}-broker
  labels:
    strimzi.io/cluster: ${name}
spec:
  replicas: ${brokers}
  roles: [controller, broker]
  storage:
    type: persistent-claim
    size: 10Gi
---
apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata:
  name: ${name}
spec:
  kafka:
    config:
      default.replication.factor: ${brokers}
#                                 ^^^^^^^^^^ KR301 folded hint default.replication.factor is 1: a single broker supports no more, and its data is lost with its disk
      min.insync.replicas: 1
