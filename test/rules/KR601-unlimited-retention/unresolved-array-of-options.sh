GIVEN=(--config "retention.ms=${RETENTION}")
kafka-topics.sh --bootstrap-server localhost:9092 --create --topic customers --replication-factor 3 "${GIVEN[@]}"
MORE=(--config retention.ms=-1)
MORE+=("$@")
kafka-topics.sh --bootstrap-server localhost:9092 --create --topic orders --replication-factor 3 "${MORE[@]}"
