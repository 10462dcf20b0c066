docker exec kafka kafka-topics --create --bootstrap-server localhost:9092 --topic regal --replication-factor 1
#                                                                                                            ^ KR301 folded warning Topic regal has 1 replica; use at least 3, on as many brokers
