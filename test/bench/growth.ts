import { openDb } from '../../server/src/assess/db.ts'
import { recordOf } from '../../server/src/records/activities.ts'
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
  /** The same for the record, once all is reviewed, and the milliseconds it takes at the last size. */
  readonly record: { readonly milliseconds: number; readonly exponent: number }
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
    name: 'SQL: connectors and streams',
    base: 50,
    make: n => ({
      'all.sql': list(
        n,
        i =>
          `CREATE STREAM s${i} (email VARCHAR) WITH (KAFKA_TOPIC='t${i}', VALUE_FORMAT='JSON');\nCREATE SINK CONNECTOR k${i} WITH ('connector.class'='io.confluent.connect.jdbc.JdbcSinkConnector', 'topics'='t${i}', 'connection.url'='jdbc:postgresql://db.example.com/x');`,
      ),
    }),
  },
  {
    name: 'shell: topics that a script creates',
    base: 50,
    make: n => ({
      'create.sh': `#!/bin/sh\nBROKER=kafka:9092\n${list(n, i => `TOPIC_${i}=t${i}\nkafka-topics --bootstrap-server $BROKER --create --topic $TOPIC_${i} --replication-factor 1`)}\n`,
    }),
  },
  {
    name: 'shell: functions that a script runs',
    base: 25,
    make: n => ({
      'create.sh': `#!/bin/sh\n${list(n, i => `make_${i}() {\n  kafka-topics --bootstrap-server kafka:9092 --create --topic "$1" --replication-factor 1\n}\nmake_${i} t${i}`)}\n`,
    }),
  },
  {
    name: 'workflows: commands in steps',
    base: 25,
    make: n => ({
      '.github/workflows/deploy.yaml': `on: push\njobs:\n${list(n, i => `  j${i}:\n    runs-on: ubuntu-latest\n    env:\n      BROKER: kafka:9092\n    steps:\n      - run: kafka-topics --bootstrap-server $BROKER --create --topic t${i} --replication-factor 1`)}\n`,
    }),
  },
  {
    name: 'Compose: brokers of one stack',
    base: 10,
    make: n => ({
      'compose.yaml': `services:\n${list(n, i => `  kafka${i}:\n    image: confluentinc/cp-kafka:7.6.0\n    ports: ["${9000 + i}:${9000 + i}"]\n    environment:\n      KAFKA_BROKER_ID: ${i}\n      KAFKA_LISTENERS: PLAINTEXT://0.0.0.0:${9000 + i}\n      KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://kafka${i}:${9000 + i}\n      KAFKA_DEFAULT_REPLICATION_FACTOR: 2`)}\n`,
    }),
  },
  {
    name: 'environment: variables of one file',
    base: 250,
    make: n => ({
      '.env': `KAFKA_BOOTSTRAP_SERVERS=kafka:9092\n${list(n, i => `APP_${i}_KAFKA_GROUP_ID=g${i}`)}\n`,
    }),
  },
  {
    name: 'Kubernetes: programs with services and entrances',
    base: 10,
    make: n => ({
      'all.yaml': list(
        n,
        i =>
          `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ui${i}}\nspec:\n  selector: {matchLabels: {app: ui${i}}}\n  template:\n    metadata: {labels: {app: ui${i}}}\n    spec:\n      containers:\n        - name: ui\n          image: provectuslabs/kafka-ui:v0.7.2\n          env:\n            - {name: KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS, value: 'kafka${i}:9092'}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: ui${i}}\nspec:\n  selector: {app: ui${i}}\n  ports: [{port: 80, targetPort: 8080}]\n---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: ui${i}}\nspec:\n  rules:\n    - host: ui${i}.example.com\n      http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: ui${i}, port: {number: 80}}}}]}\n`,
        '---\n',
      ),
    }),
  },
  {
    name: 'Spring: bindings of one application',
    base: 50,
    make: n => ({
      'application.yml': `spring:\n  cloud:\n    stream:\n      kafka:\n        binder:\n          brokers: kafka:9092\n      bindings:\n${list(n, i => `        in${i}-in-0:\n          destination: t${i}\n          group: g${i}`)}\n`,
    }),
  },
  {
    name: 'Ansible: topics of variables',
    base: 50,
    make: n => ({
      'group_vars/kafka.yml': `kafka_version: 3.7.0\nkafka_topics:\n${list(n, i => `  - name: t${i}\n    partitions: 3\n    replication_factor: 2`)}\n`,
    }),
  },
  {
    name: 'Ansible: roles with their variables',
    base: 10,
    make: n =>
      Object.fromEntries(
        Array.from({ length: n }, (_, i) => [
          [`roles/kafka${i}/defaults/main.yml`, `kafka_version: 3.7.0\nkafka_port_${i}: 9092\nkafka_copies_${i}: 1\n`],
          [
            `roles/kafka${i}/templates/server.properties.j2`,
            `broker.id=1\nlisteners=PLAINTEXT://0.0.0.0:{{ kafka_port_${i} }}\ndefault.replication.factor={{ kafka_copies_${i} }}\n`,
          ],
        ]).flat(),
      ),
  },
  {
    name: 'a chart: templates with their values',
    base: 10,
    make: n => ({
      'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      'values.yaml': list(n, i => `app${i}:\n  brokers: kafka:9092\n  group: g${i}`),
      ...Object.fromEntries(
        Array.from({ length: n }, (_, i) => [
          `templates/app${i}.yaml`,
          `{{- if .Values.app${i} }}\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ include "shop.fullname" . }}-app${i}\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          image: own/app\n          env:\n            - name: KAFKA_BOOTSTRAP_SERVERS\n              value: {{ .Values.app${i}.brokers | quote }}\n            - name: KAFKA_GROUP_ID\n              value: {{ .Values.app${i}.group }}\n{{- end }}\n`,
        ]),
      ),
    }),
  },
  {
    name: 'HCL: modules with variables',
    base: 10,
    make: n => ({
      'main.tf': list(
        n,
        i => `module "t${i}" {\n  source = "./topic"\n  name   = "t${i}"\n  copies = var.copies_${i}\n}`,
      ),
      'variables.tf': list(n, i => `variable "copies_${i}" {\n  default = 2\n}`),
      'topic/main.tf':
        'variable "name" {}\nvariable "copies" {}\nresource "kafka_topic" "this" {\n  name = var.name\n  partitions = 1\n  replication_factor = var.copies\n}\n',
    }),
  },
  {
    name: 'HCL: topics by for_each',
    base: 50,
    make: n => ({
      'main.tf': `locals {\n  topics = {\n${list(n, i => `    t${i} = { copies = 2 }`)}\n  }\n}\nresource "kafka_topic" "all" {\n  for_each = local.topics\n  name = each.key\n  partitions = 1\n  replication_factor = each.value.copies\n}`,
    }),
  },
  {
    name: 'link: tables that sources capture, and a sink by pattern',
    base: 25,
    make: n => ({
      ...Object.fromEntries(
        Array.from({ length: n }, (_, i) => [
          `source${i}.json`,
          `{"name": "s${i}", "config": {"connector.class": "io.debezium.connector.postgresql.PostgresConnector", "topic.prefix": "cdc${i}", "database.hostname": "db.example.com", "table.include.list": "public.customers,public.orders,public.items", "transforms": "route", "transforms.route.type": "org.apache.kafka.connect.transforms.RegexRouter", "transforms.route.regex": "([^.]+)\\\\.([^.]+)\\\\.([^.]+)", "transforms.route.replacement": "$1-$3"}}`,
        ]),
      ),
      'sink.json': sink('all', '').replace('"topics": ""', '"topics.regex": "cdc.*"'),
    }),
  },
  {
    name: 'link: programs and the topics that they name',
    base: 25,
    make: n => ({
      'topics.yaml': list(n, i => strimzi('KafkaTopic', `t${i}`, '  replicas: 3\n'), '---\n'),
      ...Object.fromEntries(
        Array.from({ length: n }, (_, i) => [
          `app${i}/application.properties`,
          `spring.kafka.bootstrap-servers=kafka:9092\nspring.kafka.consumer.group-id=g${i}\napp.kafka.topic.orders=t${i}\n`,
        ]),
      ),
    }),
  },
  {
    name: 'link: printed by a running cluster',
    base: 100,
    make: n => ({
      'topics.yaml': list(n, i => strimzi('KafkaTopic', `t${i}`, '  replicas: 3\n'), '---\n'),
      'describe.txt': `${list(n, i => `Topic: t${i}\tTopicId: AAAAAAAAAAAAAAAAAAAAA${i}\tPartitionCount: 1\tReplicationFactor: 2\tConfigs: min.insync.replicas=1\n\tTopic: t${i}\tPartition: 0\tLeader: 1\tReplicas: 1,2\tIsr: 1,2`)}\n`,
    }),
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

/** Milliseconds of this process, the least of some runs: others on the machine are not counted. */
function costOf(runs: number, run: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage()
    run()
    return process.cpuUsage(before).user / 1000
  })
  return Math.min(...times)
}

/** Reviews files from nothing. */
function reviewOf(files: Readonly<Record<string, string>>): ReturnType<typeof startReview> {
  const changes = Object.entries(files).map(([path, text]) => [toUri(`file:///growth/${path}`), text] as const)
  const review = startReview(theLibrary())
  review.update(openReader().read(changes))
  for (const [uri] of changes) review.findings(uri)
  return review
}

/** Writes the record of files that are reviewed. */
function recording(files: Readonly<Record<string, string>>): number {
  const review = reviewOf(files)
  return costOf(3, () => recordOf(openDb(review.estate, theLibrary()), review.files()))
}

/** Measures how the time grows with what grows, at eight times its base; what is compiled is compiled before. */
export function* measureGrowth(): Generator<Growth> {
  for (const { name, base, make } of cases) {
    costOf(8, () => reviewOf(make(base * 2)))
    recording(make(base * 2))
    const points = [1, 2, 4, 8].map(times => {
      const files = make(base * times)
      return { count: base * times, milliseconds: costOf(5, () => reviewOf(files)), record: recording(files) }
    })
    const [before, last] = points.slice(-2)
    const exponent = (of: (point: (typeof points)[number]) => number): number =>
      before && last && of(before) > 0 ? Math.log2(of(last) / of(before)) : 0
    yield {
      name,
      points,
      exponent: exponent(({ milliseconds }) => milliseconds),
      record: { milliseconds: last?.record ?? 0, exponent: exponent(({ record }) => record) },
    }
  }
}
