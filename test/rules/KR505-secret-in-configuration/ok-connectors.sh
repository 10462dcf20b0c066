curl -X POST http://connect:8083/connectors -d '{
  "name": "s-1",
#         ^^^^^ KR411 information Connector "s-1" captures every table, including tables created later; list them in table.include.list
  "config": {
    "connector.class": "io.debezium.connector.postgresql.PostgresConnector",
    "database.hostname": "db",
    "database.user": "shop",
    "database.password": "'"$PASSWORD"'",
    "topic.prefix": "orders"
  }
}'
