kafka-topics.sh --create --topic made --replication-factor 1 --partitions 1 --bootstrap-server kafka:9092
kafka-topics.sh --create --topic here --replication-factor 1 --partitions 1 --bootstrap-server localhost:9092
kafka-topics.sh --create --topic far --replication-factor 1 --partitions 1 --bootstrap-server prod-1.shop.example:9092
