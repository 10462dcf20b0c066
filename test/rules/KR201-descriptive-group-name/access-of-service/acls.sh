kafka-acls.sh --bootstrap-server kafka.shop.example:9093 --command-config admin.properties --add \
  --allow-principal User:billing-service \
  --consumer --topic usage --group billing-service
#                                  ^^^^^^^^^^^^^^^ KR201 hint Consumer group "billing-service" reveals its purpose to cluster operators (payments); use a neutral name
