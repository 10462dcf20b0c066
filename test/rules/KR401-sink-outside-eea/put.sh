curl -X PUT http://connect:8083/connectors/s-1/config -H 'Content-Type: application/json' -d '{
  "connector.class": "io.confluent.connect.s3.S3SinkConnector",
  "topics": "orders",
  "s3.region": "us-east-1"
#              ^^^^^^^^^^^ KR401 warning Sink "s-1" writes to us-east-1 (United States): outside the EEA, recipient not declared as covered by the adequacy decision
}'
