/** A file by its path below the folder that is open. */
export type Path = string

/** Folders that files may lie in and be moved to; the first is the one that is open. */
export const folders: readonly string[] = ['', 'a/', 'b/', 'a/m/']

const topic = (name: string, replicas: number | string, above = ''): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: ${name}\n  labels:\n    strimzi.io/cluster: shop\nspec:\n${above}  replicas: ${replicas}\n`
const cluster = (config: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: shop\nspec:\n  kafka:\n    config:\n${config}`
const pool = (name: string, replicas: number | string, storage = 'ephemeral'): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nmetadata:\n  name: ${name}\n  labels:\n    strimzi.io/cluster: shop\nspec:\n  replicas: ${replicas}\n  roles: [broker]\n  storage:\n    type: ${storage}\n`
const sink = (topics: string, region: string): string =>
  JSON.stringify({
    name: 's-1',
    config: {
      'connector.class': 'io.confluent.connect.s3.S3SinkConnector',
      topics,
      's3.region': region,
      'consumer.override.group.id': 'payment-processor',
    },
  })
const field = (name: string): string => `{"name":"${name}","type":"string"}`
const schema = (...fields: string[]): string =>
  `{"type":"record","name":"Order","namespace":"shop","fields":[${fields.map(field).join()}]}`
const resource = (name: string, factor: string): string =>
  `resource "kafka_topic" "${name}" {\n  name = "${name}"\n  partitions = 1\n  replication_factor = ${factor}\n}\n`
const group = (name: string): string =>
  `bootstrap.servers=b-1.kafka.eu-central-1.amazonaws.com:9092\nsecurity.protocol=SSL\ngroup.id=${name}\n`

/** What a file of a name may say; the first as a rule. */
export const choices: Readonly<Record<string, readonly string[]>> = {
  '.kafka-review.yaml': [
    'version: 1\n',
    'version: 1\nrules:\n  KR301: off\n  KR306: off\n  KR305: error\n',
    'version: 1\nrules:\n  durability: off\n  KR201: { level: off, paths: ["a/**", "*.json"] }\n',
    'version: 1\nenvironments:\n  development: ["b/**", "**/main.tf"]\npolicy:\n  allowedCountries: [EEA, US]\n',
    'version: 1\ndestinations:\n  - { match: "s-1", country: DE }\nsafeguards:\n  - { destination: "s-1", kind: scc, reference: "2026-1" }\ntopics:\n  - { match: orders, schema: order.avsc }\npersonalData:\n  not: ["Order.email"]\n',
    'version: 1\nrules: [\ngroups:\n  allowed: "^cg-[0-9]+$"\nignore:\n  - { path: "**", code: KR301, reason: known }\n',
  ],
  'cluster.yaml': [
    cluster('      default.replication.factor: 3\n      min.insync.replicas: 2\n'),
    cluster('      default.replication.factor: 1\n'),
    `${cluster('      min.insync.replicas: 1\n')}---\n${pool('more', 2)}`,
  ],
  'pool.yaml': [
    pool('brokers', 3),
    pool('brokers', 1, 'jbod'),
    pool('brokers', '{{ .Values.n }}'),
    `${pool('a', 1)}---\n${pool('b', 2)}`,
  ],
  'topic.yaml': [
    topic('orders', 3),
    topic('orders', 1),
    topic('orders', 5),
    `${topic('orders', 2, '  # kafka-review-ignore KR301 -- a copy lies elsewhere\n')}---\n${topic('others', 4)}`,
    `# kafka-review-ignore-file KR305 -- known\n${topic('payments', 9)}`,
  ],
  'sink.json': [sink('orders', 'eu-central-1'), sink('orders', 'us-east-1'), sink('orders,payments', 'ap-south-1')],
  'order.avsc': [schema('id'), schema('email', 'birthDate'), schema('diagnosis')],
  'order.proto': [
    'syntax = "proto3";\npackage shop;\nmessage Order {\n  string id = 1;\n}\n',
    'syntax = "proto3";\npackage shop;\nmessage Order {\n  string email = 1;\n  string first_name = 2;\n}\n',
  ],
  'consumer.properties': [group('cg-17'), group('payment-processor'), group('cg-fraud-detection')],
  'main.tf': [
    `variable "rf" {}\n${resource('t', 'var.rf')}`,
    `variable "rf" {\n  default = 2\n}\n${resource('t', 'var.rf')}${resource('u', 'var.rf')}`,
    `module "m" {\n  source = "./m"\n  rf     = 1\n}\n${resource('v', '1')}`,
    `variable "rf" {}\nmodule "m" {\n  source = "../m"\n  rf     = var.rf\n}\n`,
  ],
  'variables.tf': [
    'variable "rf" {\n  default = 1\n}\n',
    'variable "rf" {\n  default = 3\n}\n',
    'locals {\n  x = 1\n}\n',
  ],
  'terraform.tfvars': ['rf = 3\n', 'rf = 1\n', 'rf = 2\n# x\n'],
  'x.auto.tfvars': ['rf = 1\n', 'rf = 4\n'],
}

/** Names of files. */
export const names = Object.keys(choices)
