FOR_EVER=(--config retention.ms=-1)
#                               ^^ KR601 information Topic customers keeps its records indefinitely (retention.ms=-1); set a limit
kafka-topics.sh --bootstrap-server localhost:9092 --create --topic customers --replication-factor 3 "${FOR_EVER[@]}"
DAYS=-1
FLAGS="--replication-factor 3 --config retention.ms=${DAYS}"
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR601 information Topic patients keeps its records indefinitely (retention.ms=-1); set a limit
kafka-topics.sh --bootstrap-server localhost:9092 --create --topic patients $FLAGS
#                                                                  ^^^^^^^^ KR105 warning Topic name "patients" reveals sensitive data (patient data); use a neutral name
