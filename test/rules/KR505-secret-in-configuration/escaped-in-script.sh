for DB in orders refunds; do
  curl -X POST http://connect:8083/connectors \
    -H "Content-Type: application/json" \
    -d "{
    \"name\": \"source-$DB\",
#              ^^^^^^^^^^^^ KR411 information Connector "source-orders" captures every table, including tables created later; list them in table.include.list
    \"config\": {
      \"connector.class\": \"io.debezium.connector.postgresql.PostgresConnector\",
      \"database.hostname\": \"db.example.eu\",
      \"database.user\": \"capture\",
      \"database.password\": \"Tr4ns1t-orders\",
#                             ^^^^^^^^^^^^^^^^ KR505 error database.password of source-orders is a secret in plain text; use a reference
      \"topic.prefix\": \"$DB\"
    }
  }"
done
curl -X PUT http://connect:8083/connectors/sink-1/config -H "Content-Type: application/json" -d "{ \"connector.class\": \"io.confluent.connect.jdbc.JdbcSinkConnector\", \"connection.password\": \"Tr4ns1t-refunds\", \"topics\": \"refunds\" }"
#                                          ^^^^^^ KR407 hint Sink "sink-1" writes to Relational database over JDBC: the country cannot be determined; declare it under destinations
#                                                                                                                                                                                                  ^^^^^^^^^^^^^^^^^ KR505 error connection.password of sink-1 is a secret in plain text; use a reference
