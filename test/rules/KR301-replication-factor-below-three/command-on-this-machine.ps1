kafka-topics.sh --create --bootstrap-server "localhost:$port" --topic regal --replication-factor 1
#                                                                                                ^ KR301 folded warning Topic regal has 1 replica; use at least 3, on as many brokers
