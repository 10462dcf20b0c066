kafka-topics --bootstrap-server "$BROKERS" --create --topic orders --partitions 3 --replication-factor 1
#                                                                                                      ^ KR301 folded warning Topic orders has 1 replica; use at least 3, on as many brokers
