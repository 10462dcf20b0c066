enable_kafka  = true
kafka_version = "2.8.1"
#               ^^^^^^^ KR512 warning Kafka 2.8.1 of cluster shop: Amazon MSK ended its support on 2024-09-11 and upgrades such clusters by itself; upgrade
