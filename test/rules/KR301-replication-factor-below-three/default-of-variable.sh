COPIES=${COPIES:-1}
#                ^ KR301 information Topic regal has 1 replica; use at least 3, on as many brokers
kafka-topics --bootstrap-server lager:9092 --create --topic regal --replication-factor $COPIES
#                               ^^^^^^^^^^ KR502 information Unencrypted connection of client kafka-topics to Kafka; connect to a listener with TLS
kafka-topics --bootstrap-server lager:9092 --create --topic kassen --replication-factor "${FEW:-2}"
#                                                                                               ^ KR301 information Topic kassen has 2 replicas; use at least 3, on as many brokers
kafka-topics --bootstrap-server lager:9092 --create --topic waren --replication-factor "${MANY:-3}"
