#!/bin/bash
wait_for() { sleep 1; }
curl -s -X POST http://connect:8083/connectors -H "Content-Type: application/json" -d '
{
  "name": "orders-source",
  "config": {
    "connector.class": "io.debezium.connector.postgresql.PostgresConnector",
    "database.hostname": "db",
    "database.password": "'"$PASSWORD"'",
    "topic.prefix": "orders"
  }
}'
curl -s -X PUT -H "Content-Type: application/json" http://connect:8083/connectors/lake-17/config -d '{
  "connector.class": "io.confluent.connect.s3.S3SinkConnector",
  "topics": "orders",
  "s3.region": "$REGION"
}'
curl -s http://connect:8083/connectors | jq '{ "other": 1 }'
