kafka-topics --bootstrap-server "$SERVERS" --create --topic regal --replication-factor "${COPIES:-$OTHERS}"
kafka-topics --bootstrap-server "$SERVERS" --create --topic palette --partitions 3
