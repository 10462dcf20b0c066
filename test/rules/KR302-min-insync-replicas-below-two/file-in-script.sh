kubectl apply -f - <<'EOF'
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: orders
spec:
  replicas: 3
  config:
    min.insync.replicas: 1
#                        ^ KR302 warning min.insync.replicas is 1 with replication factor 3: writes may be acknowledged by the leader alone; set it to 2
EOF
