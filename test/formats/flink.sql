-- A table of Flink that stands on a topic, and one that does not.
CREATE TABLE IF NOT EXISTS shop.`checkouts` (
  `email` STRING,
  amount DECIMAL(10, 2),
  address ROW<street STRING, city STRING>,
  `offset` BIGINT METADATA VIRTUAL,
  proc_time AS PROCTIME(),
  ts TIMESTAMP(3),
  WATERMARK FOR ts AS ts - INTERVAL '5' SECOND,
  PRIMARY KEY (email) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'checkouts',
  'properties.bootstrap.servers' = 'broker.shop.example:9092',
  'properties.group.id' = 'checkout-totals',
  'value.format' = 'avro-confluent',
  'value.avro-confluent.url' = 'https://registry.shop.example'
);

CREATE TABLE customers (id STRING, name STRING) WITH (
  'connector' = 'jdbc',
  'url' = 'jdbc:postgresql://db.shop.example:5432/shop'
);
