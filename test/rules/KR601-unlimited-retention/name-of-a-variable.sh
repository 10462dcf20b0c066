kafka-topics.sh --bootstrap-server "$BOOTSTRAP" --create --topic "$SHELF_TOPIC" --partitions 6 --replication-factor 3 --config retention.ms=-1
#                                                                                                                                           ^^ KR601 information Topic $SHELF_TOPIC keeps its records indefinitely (retention.ms=-1); set a limit
