kafka-configs --bootstrap-server kafka:9092 --alter --entity-type users --entity-name alice --add-config 'SCRAM-SHA-512=[iterations=8192,password=wq8Zr4kQ1x]'
#                                ^^^^^^^^^^ KR502 information Unencrypted connection of client kafka-configs to Kafka; connect to a listener with TLS
#                                                                                                                                                 ^^^^^^^^^^ KR505 error password of alice is a secret in plain text; use a reference
kafka-configs --bootstrap-server kafka:9092 --alter --entity-type users --entity-name bob --add-config "SCRAM-SHA-512=[password=$PASSWORD]"
