kafka-topics --bootstrap-server "$SERVERS" --create --topic regal --replication-factor "${COPIES:-1}"
kafka-topics --bootstrap-server "$SERVERS" --create --topic palette --partitions 3
