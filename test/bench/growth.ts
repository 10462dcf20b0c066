import { openReader } from '../../server/src/reader/reader.ts'
import { startReview } from '../../server/src/review.ts'
import { toUri } from '../../server/src/text/uri.ts'
import { theLibrary } from '../support/fixtures.ts'

/** Files that grow: by their path, what they say at a size. */
interface Case {
  readonly name: string
  readonly base: number
  make(count: number): Readonly<Record<string, string>>
}

/** How the time of a case grows. */
export interface Growth {
  readonly name: string
  /** What it has of what grows, and the milliseconds that its review takes from nothing. */
  readonly points: readonly { readonly count: number; readonly milliseconds: number }[]
  /** The exponent between the last two sizes: 1 is linear. */
  readonly exponent: number
}

const list = (count: number, make: (number: number) => string, between = '\n'): string =>
  Array.from({ length: count }, (_, number) => make(number)).join(between)

const strimzi = (kind: string, name: string, spec: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n  labels:\n    strimzi.io/cluster: shop\nspec:\n${spec}`

/** MirrorMaker's properties for clusters and what is copied between them. */
export const mirrors = (names: readonly string[], flows: readonly (readonly [string, string])[]): string =>
  [
    `clusters = ${names.join(', ')}`,
    ...names.map(name => `${name}.bootstrap.servers = ${name}.example.internal:9093`),
    ...flows.flatMap(([from, to]) => [`${from}->${to}.enabled = true`, `${from}->${to}.topics = orders.*`]),
  ].join('\n')
export const clusters = (count: number): string[] => Array.from({ length: count }, (_, number) => `c${number}`)

/** One case for each syntax, each format of many parts, and each kind of link. */
const cases: readonly Case[] = [
  {
    name: 'YAML: documents of Strimzi',
    base: 100,
    make: n => ({
      'topics.yaml': list(n, i => strimzi('KafkaTopic', `t${i}`, '  partitions: 1\n  replicas: 2\n'), '---\n'),
    }),
  },
  {
    name: 'YAML: settings of one topic',
    base: 200,
    make: n => ({ 'topic.yaml': strimzi('KafkaTopic', 't', `  config:\n${list(n, i => `    own.key.${i}: ${i}`)}\n`) }),
  },
  {
    name: 'YAML: merge conflicts',
    base: 100,
    make: n => ({
      'topic.yaml': strimzi(
        'KafkaTopic',
        't',
        `  config:\n${list(n, i => `<<<<<<< ours\n    a${i}: 1\n=======\n    a${i}: 2\n>>>>>>> theirs`)}\n`,
      ),
    }),
  },
  {
    name: 'YAML: templates of Helm',
    base: 100,
    make: n => ({
      'topic.yaml': strimzi(
        'KafkaTopic',
        't',
        `  config:\n${list(n, i => `{{ if .v${i} }}\n    a${i}: {{ .x }}\n{{ end }}`)}\n`,
      ),
    }),
  },
  {
    name: 'JSON: connectors',
    base: 25,
    make: n => ({ 'sinks.json': `[${list(n, i => sink(`s${i}`, 'orders'), ',')}]` }),
  },
  {
    name: 'JSON: settings of one connector',
    base: 200,
    make: n => ({
      'sink.json': `{"name": "s", "config": {"connector.class": "X", ${list(n, i => `"own.key.${i}": "v"`, ',')}}}`,
    }),
  },
  {
    name: 'properties: keys',
    base: 500,
    make: n => ({ 'server.properties': `broker.id=1\n${list(n, i => `own.key.${i}=value`)}` }),
  },
  {
    name: 'TOML: tables',
    base: 500,
    make: n => ({
      'vector.toml': `[sinks.k]\ntype = "kafka"\nbootstrap_servers = "x:9092"\n${list(n, i => `[t${i}]\na.b = ${i}`)}\n`,
    }),
  },
  {
    name: 'HCL: topics',
    base: 25,
    make: n => ({
      'main.tf': list(
        n,
        i => `resource "kafka_topic" "t${i}" {\n  name = "t${i}"\n  partitions = 1\n  replication_factor = 2\n}`,
      ),
    }),
  },
  {
    name: 'HCL: a chain of locals',
    base: 50,
    make: n => ({
      'main.tf': `locals {\n  a0 = 2\n${list(n, i => `  a${i + 1} = local.a${i}`)}\n}\nresource "kafka_topic" "t" {\n  name = "t"\n  replication_factor = local.a${n}\n}`,
    }),
  },
  {
    name: 'Protobuf: fields of one message',
    base: 250,
    make: n => ({
      'm.proto': `syntax = "proto3";\nmessage M {\n${list(n, i => `  string field_${i} = ${i + 1};`)}\n}`,
    }),
  },
  {
    name: 'Avro: fields of one record',
    base: 100,
    make: n => ({
      'r-value.avsc': record(
        'Customer',
        list(n, i => `{"name": "email_${i}", "type": "string"}`, ','),
      ),
    }),
  },
  {
    name: 'Avro: records',
    base: 25,
    make: n => ({
      'r-value.avsc': `[${list(n, i => record(`Customer${i}`, '{"name": "email", "type": "string"}'), ',')}]`,
    }),
  },
  {
    name: 'Avro IDL: fields',
    base: 100,
    make: n => ({ 'p.avdl': `protocol P {\n  record R {\n${list(n, i => `    string email_${i};`)}\n  }\n}` }),
  },
  {
    name: 'JSON Schema: properties',
    base: 100,
    make: n => ({
      's.json': `{"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Customer", "type": "object", "properties": {${list(n, i => `"email_${i}": {"type": "string"}`, ',')}}}`,
    }),
  },
  {
    name: 'Compose: services',
    base: 25,
    make: n => ({
      'compose.yaml': `services:\n${list(n, i => `  s${i}:\n    image: own/app\n    environment:\n      KAFKA_BOOTSTRAP_SERVERS: kafka:9092\n      GROUP_ID: g${i}`)}\n`,
    }),
  },
  {
    name: 'values of a chart',
    base: 25,
    make: n => ({ 'values.yaml': list(n, i => `app${i}:\n  kafka:\n    brokers: kafka:9092\n    groupId: g${i}`) }),
  },
  {
    name: 'CloudFormation: clusters',
    base: 10,
    make: n => ({
      'template.yaml': `AWSTemplateFormatVersion: '2010-09-09'\nResources:\n${list(n, i => `  C${i}:\n    Type: AWS::MSK::Cluster\n    Properties:\n      ClusterName: c${i}\n      KafkaVersion: 3.6.0\n      NumberOfBrokerNodes: 3`)}\n`,
    }),
  },
  {
    name: 'Kustomize: patched topics',
    base: 10,
    make: n => ({
      'base/kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1beta1\nresources:\n  - topics.yaml\n',
      'base/topics.yaml': list(n, i => strimzi('KafkaTopic', `t${i}`, '  partitions: 1\n  replicas: 3\n'), '---\n'),
      'prod/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1beta1\nresources:\n  - ../base\npatches:\n${list(n, i => `  - path: t${i}.yaml`)}\n`,
      ...Object.fromEntries(
        Array.from({ length: n }, (_, i) => [`prod/t${i}.yaml`, strimzi('KafkaTopic', `t${i}`, '  replicas: 2\n')]),
      ),
    }),
  },
  {
    name: 'connectors in YAML',
    base: 25,
    make: n => ({
      'sinks.yaml': list(
        n,
        i =>
          strimzi(
            'KafkaConnector',
            `s${i}`,
            '  class: io.confluent.connect.jdbc.JdbcSinkConnector\n  config:\n    topics: orders\n',
          ),
        '---\n',
      ),
    }),
  },
  {
    name: 'link: topics listed by a sink',
    base: 100,
    make: n => ({
      'topics.yaml': list(n, i => strimzi('KafkaTopic', `t${i}`, '  replicas: 3\n'), '---\n'),
      'sink.json': sink(
        's',
        list(n, i => `t${i}`, ','),
      ),
    }),
  },
  {
    name: 'link: groups under one pattern',
    base: 100,
    make: n => ({
      'user.yaml': strimzi(
        'KafkaUser',
        'u',
        `  authorization:\n    type: simple\n    acls:\n${list(n, i => `      - resource: {type: group, name: g${i}}\n        operations: [Read]`)}\n`,
      ),
    }),
  },
  {
    name: 'link: pools of one cluster',
    base: 25,
    make: n => ({
      'pools.yaml': [
        strimzi('Kafka', 'shop', '  kafka: {}\n'),
        list(n, i => strimzi('KafkaNodePool', `p${i}`, '  replicas: 1\n  roles: [broker]\n'), '---\n'),
      ].join('---\n'),
    }),
  },
  {
    name: 'link: schemas of topics in folders',
    base: 50,
    make: n => ({
      ...Object.fromEntries(
        Array.from({ length: n }, (_, i) => [
          `f${i}/t${i}-value.avsc`,
          record('Customer', '{"name": "email", "type": "string"}'),
        ]),
      ),
      ...Object.fromEntries(
        Array.from({ length: n }, (_, i) => [`f${i}/topic.yaml`, strimzi('KafkaTopic', `t${i}`, '  replicas: 3\n')]),
      ),
    }),
  },
  {
    name: 'link: a chain of mirrors',
    base: 10,
    make: n => ({
      'mm2.properties': mirrors(
        clusters(n),
        clusters(n - 1).map((name, i) => [name, `c${i + 1}`]),
      ),
    }),
  },
  {
    name: 'link: mirrors into one cluster',
    base: 10,
    make: n => ({
      'mm2.properties': mirrors(
        clusters(n),
        clusters(n)
          .slice(1)
          .map(name => [name, 'c0']),
      ),
    }),
  },
  {
    name: 'link: mirrors in all directions',
    base: 9,
    make: n => {
      // What grows is the number of mirrors.
      const names = clusters(Math.round(Math.sqrt(n) + 0.5))
      return {
        'mm2.properties': mirrors(
          names,
          names.flatMap(from => names.flatMap((to): [string, string][] => (from === to ? [] : [[from, to]]))),
        ),
      }
    },
  },
  {
    name: 'rules: entries of a configuration',
    base: 50,
    make: n => ({
      '.kafka-review.yaml': `version: 1\npersonalData:\n  not:\n${list(n, i => `    - {record: R${i}, field: f}`)}\n`,
      'r-value.avsc': record('Customer', '{"name": "email", "type": "string"}'),
    }),
  },
  {
    name: 'rules: comments that accept',
    base: 100,
    make: n => ({
      'topics.yaml': list(
        n,
        i => strimzi('KafkaTopic', `t${i}`, '  # kafka-review ignore KR301: for tests\n  replicas: 1\n'),
        '---\n',
      ),
    }),
  },
  {
    name: 'rules: transforms of a connector',
    base: 25,
    make: n => ({
      'sink.json': `{"name": "s", "config": {"connector.class": "io.confluent.connect.jdbc.JdbcSinkConnector", "topics": "t", "transforms": "${list(n, i => `x${i}`, ',')}", ${list(n, i => `"transforms.x${i}.type": "org.apache.kafka.connect.transforms.MaskField$Value", "transforms.x${i}.fields": "f${i}"`, ',')}}}`,
    }),
  },
]

function sink(name: string, topics: string): string {
  return `{"name": "${name}", "config": {"connector.class": "io.confluent.connect.jdbc.JdbcSinkConnector", "topics": "${topics}", "connection.url": "jdbc:postgresql://db.example.com:5432/x", "connection.password": "\${file:/x:y}"}}`
}

function record(name: string, fields: string): string {
  return `{"type": "record", "name": "${name}", "fields": [${fields}]}`
}

/** Reviews files from nothing; milliseconds of this process, the least of some runs: others on the machine are not counted. */
function reviewing(files: Readonly<Record<string, string>>, runs: number): number {
  const changes = Object.entries(files).map(([path, text]) => [toUri(`file:///growth/${path}`), text] as const)
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage()
    const review = startReview(theLibrary())
    review.update(openReader().read(changes))
    for (const [uri] of changes) review.findings(uri)
    return process.cpuUsage(before).user / 1000
  })
  return Math.min(...times)
}

/** Measures how the time grows with what grows, at eight times its base; what is compiled is compiled before. */
export function* measureGrowth(): Generator<Growth> {
  for (const { name, base, make } of cases) {
    reviewing(make(base * 2), 8)
    const points = [1, 2, 4, 8].map(times => ({ count: base * times, milliseconds: reviewing(make(base * times), 5) }))
    const [before, last] = points.slice(-2).map(({ milliseconds }) => milliseconds)
    yield { name, points, exponent: before && last ? Math.log2(last / before) : 0 }
  }
}
