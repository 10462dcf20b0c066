curl -X POST http://connect:8083/connectors -H "Content-Type: application/json" -d "{
  \"name\": \"source\",
#            ^^^^^^^^ KR411 information Connector "source" captures every table, including tables created later; list them in table.include.list
  \"config\": {
    \"connector.class\": \"io.debezium.connector.postgresql.PostgresConnector\",
    \"database.password\": \"$PW\",
    \"database.user\": \"${DB_USER}\"
  }
}"
