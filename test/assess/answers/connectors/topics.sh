kafka-topics.sh --bootstrap-server kafka.shop.example:9092 --create --topic customers --replication-factor 3 --partitions 3 --config cleanup.policy=compact
kafka-topics.sh --bootstrap-server kafka.shop.example:9092 --create --topic orders --replication-factor 3 --partitions 3 --config retention.ms=86400000
kafka-topics.sh --bootstrap-server kafka.shop.example:9092 --create --topic dead --replication-factor 3 --partitions 3 --config retention.ms=-1
