topics:
	kubectl exec lager-0 -- kafka-topics.sh --create --bootstrap-server lager:9092 --topic regal --replication-factor 2
#                                                                    ^^^^^^^^^^ KR502 information Unencrypted connection of client kafka-topics to Kafka; connect to a listener with TLS
#                                                                                                                  ^ KR301 warning Topic regal has 2 replicas; use at least 3, on as many brokers
