curl -X POST http://connect:8083/connectors -H 'Content-Type: application/json' -d '{
  "name": "s-1",
  "config": {
    "connector.class": "io.confluent.connect.s3.S3SinkConnector",
    "topics": "orders",
    "s3.region": "'"$REGION"'"
  }
}'
