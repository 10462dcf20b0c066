curl -X POST http://connect:8083/connectors -d '{
  "name": "s-1",
  "config": {
    "connector.class": "io.debezium.connector.postgresql.PostgresConnector",
    "database.hostname": "db",
    "database.user": "shop",
    "database.password": "'"$PASSWORD"'",
    "topic.prefix": "orders"
  }
}'
