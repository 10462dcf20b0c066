docker exec kafka kafka-topics.sh --create --zookeeper localhost:2181 --replication-factor 1 --partitions 12 --topic orders
#                                                                                          ^ KR301 folded warning Topic orders has 1 replica; use at least 3, on as many brokers
kafka-topics.sh --create --zookeeper zookeeper-0:2181 --replication-factor 1 --partitions 12 --topic refunds
#                                                                          ^ KR301 warning Topic refunds has 1 replica; use at least 3, on as many brokers
