CREATE TABLE visits (
  visitor ROW<birth_date DATE, home ROW(city STRING, `street` STRING)> COMMENT 'who came',
  badge STRING COMMENT 'number, on the card',
  came TIMESTAMP(3) METADATA FROM 'timestamp',
  WATERMARK FOR came AS came - INTERVAL '5' SECOND
) WITH ('connector' = 'kafka', 'topic' = 'visits', 'properties.bootstrap.servers' = 'kafka:9092', 'format' = 'json');
