kubectl apply -f - <<EOF
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: orders
spec:
  replicas: 2
#           ^ KR301 warning Topic orders has 2 replicas; use at least 3, on as many brokers
EOF
