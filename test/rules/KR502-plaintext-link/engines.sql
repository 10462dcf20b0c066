CREATE TABLE regal_queue (
  id UInt64,
  email String
# ^^^^^ KR101 information Field "email" of regal_queue is not tagged as personal data: e-mail address
) ENGINE = Kafka
SETTINGS kafka_broker_list = 'lager:9092',
#                            ^^^^^^^^^^^^ KR502 information Unencrypted connection of client regal_queue to Kafka; connect to a listener with TLS
         kafka_topic_list = 'regal',
         kafka_group_name = 'ch-1',
         kafka_format = 'JSONEachRow';
CREATE SOURCE IF NOT EXISTS regal (id BIGINT, email VARCHAR)
#                                  ^^ KR101 hint Field "id" of regal may be personal data (identifier of a person); to be decided
#                                             ^^^^^ KR101 information Field "email" of regal is not tagged as personal data: e-mail address
WITH (
  connector = 'kafka',
  topic = 'regal',
  properties.bootstrap.server = 'lager.regal.example:9092'
#                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ KR502 warning Unencrypted connection of client regal to Kafka; connect to a listener with TLS
) FORMAT PLAIN ENCODE JSON;
CREATE SINK out FROM regal WITH (connector = 'kafka', topic = 'out', properties.bootstrap.server = 'lager.regal.example:9093', properties.security.protocol = 'SSL');
CREATE SOURCE CONNECTOR c WITH ('connector.class' = 'x.Y');
