/** A topic of the cluster `shop`, as Strimzi declares it. */
export const topic = (replicas: number | string, name = 'orders'): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: ${name}\n  labels:\n    strimzi.io/cluster: shop\nspec:\n  replicas: ${replicas}\n`

/** The cluster `shop`, with settings for three brokers. */
export const cluster =
  'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: shop\nspec:\n  kafka:\n    config:\n      default.replication.factor: 3\n      min.insync.replicas: 2\n'

/** The brokers of `shop`. */
export const pool = (replicas: number): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nmetadata:\n  name: brokers\n  labels:\n    strimzi.io/cluster: shop\nspec:\n  replicas: ${replicas}\n  roles: [broker]\n`

/** A sink that exports `orders` to a bucket in India. */
export const sink =
  '{"name": "s-1", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "orders", "s3.region": "ap-south-1"}}'
