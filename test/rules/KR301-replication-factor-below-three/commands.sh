kafka-topics --bootstrap-server kafka.example.org:9093 --command-config client.properties \
  --create --topic regal --replication-factor 2
#                                             ^ KR301 warning Topic regal has 2 replicas; use at least 3, on as many brokers
