A_DAY=(
  --replication-factor 3
  --config retention.ms=86400000
)
kafka-topics.sh --bootstrap-server localhost:9092 --create --topic customers "${A_DAY[@]}"
