kafka-topics.sh --bootstrap-server "$BOOTSTRAP" --create --topic "$SCHEMA_HISTORY_TOPIC" --partitions 1 --replication-factor 3 --config retention.ms=-1
