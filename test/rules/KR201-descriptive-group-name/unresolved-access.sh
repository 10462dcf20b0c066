kafka-acls.sh --bootstrap-server kafka.shop.example:9093 --command-config admin.properties --add \
  --allow-principal User:billing-service \
  --consumer --topic usage --group "${GROUP}"
