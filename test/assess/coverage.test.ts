import assert from 'node:assert/strict'
import { concernsKafka, coverageOf, marksIn } from '../../server/src/assess/coverage.ts'
import { readFile } from '../../server/src/reader/read-file.ts'
import { english } from '../../server/src/words/en/english.ts'
import { word } from '../../server/src/words/message.ts'
import { syntaxOf } from '../../server/src/reader/formats.ts'
import { uriOf } from '../support/fixtures.ts'

/** What speaks of Kafka in a text: the pieces, `=` behind those that set something; documents are told apart by `|`. */
function marked(path: string, text: string): string {
  const marks = marksIn(uriOf(path), text, syntaxOf(uriOf(path)) ?? '')
  return (marks?.documents ?? [])
    .map(({ spans, settings }) =>
      spans
        .map(span => `${text.slice(span.start, span.end)}${settings.some(one => one.start === span.start) ? '=' : ''}`)
        .join(' '),
    )
    .join(' | ')
}

describe('what speaks of Kafka', () => {
  for (const [what, path, text, expected] of [
    [
      'its name, in any case',
      'a.yaml',
      'a: kafka\nb: KAFKA\nc: Redpanda\nd: strimzi\n',
      'kafka KAFKA Redpanda strimzi',
    ],
    [
      'a key with a value',
      'a.yaml',
      'kafka: x\n- kafka.topic: x\n"kafka-url": x\nmy.kafka.x: y\n',
      'kafka= kafka= kafka= kafka=',
    ],
    ['a key without one', 'a.yaml', 'kafka:\n  a: b\nkafka: {}\nkafka: []\nkafka: |\n  x\n', 'kafka kafka kafka kafka'],
    [
      'servers, however spelled',
      'a.yaml',
      'bootstrapServers: a\nbootstrap.servers: a\nbootstrap-servers: a\nBOOTSTRAP_SERVERS: a\n',
      'bootstrapServers= bootstrap.servers= bootstrap-servers= BOOTSTRAP_SERVERS=',
    ],
    ['the class of a connector', 'a.yaml', 'connector.class: X\nconnector-class: X\n', 'connector.class='],
    ['not the name of this program', 'a.yaml', 'a: kafka-review\nb: kafkareview\n', ''],
    [
      'not comments',
      'a.yaml',
      '# kafka\na: b # kafka\n  # kafka\n// kafka\n; kafka\n! kafka\n * kafka\n/* kafka\n',
      '',
    ],
    ['what only looks like a comment', 'a.yaml', 'a: x#kafka\nurl: http://kafka\n', 'kafka kafka'],
    ['each document', 'a.yaml', 'a: kafka\n---\nb: c\n--- \nd: kafka\n---x: kafka\n', 'kafka | kafka kafka'],
    ['not a list of what is built', 'package.json', '{"a": "kafka"}', ''],
    ['nor others', 'requirements.txt', 'kafka\n', ''],
    ['nor in other languages', 'Cargo.toml', 'kafka = "1"\n', ''],
    ['nor of charts', 'charts/x/Chart.yaml', 'dependencies:\n  - name: kafka\n', ''],
    ['what is called alike', 'my-package.json', '{"a": "kafka"}', 'kafka'],
    [
      'blocks of Terraform by type',
      'a.tf',
      'resource "aws_msk_cluster" "x" {\n}\nresource "x_kafka" "y" {}\n',
      'resource "aws_msk_cluster" "x"  resource "x_kafka" "y" ',
    ],
    [
      'blocks of Terraform by name',
      'a.tf',
      'resource "x" "kafka" {\n}\nmodule "my_msk" {\n}\n  module "redpanda" {\n}\n',
      'resource "x" "kafka"  module "my_msk"    module "redpanda" ',
    ],
    [
      'no values of Terraform',
      'a.tf',
      'variable "kafka" {}\nlocals { a = "kafka" }\noutput "kafka" {}\nresource "x" "amskx" {}\n',
      '',
    ],
    [
      'what a Dockerfile tells',
      'Dockerfile',
      'FROM kafka\nENV BOOTSTRAP=a\nENV MY_BROKERS a\nENV KAFKA_LISTENERS=x\nARG SCHEMA_REGISTRY_URL=x\nRUN kafka\n',
      'ENV BOOTSTRAP= ENV MY_BROKERS ENV KAFKA_LISTENERS=',
    ],
    [
      'not the programs that come with it',
      'kafka-topics.sh',
      '#!/bin/sh\nexec $(dirname $0)/kafka-run-class.sh x "$@"\n',
      '',
    ],
    ['a script that names one', 'a.sh', '# kafka-run-class.sh\nkafka-topics.sh --list\n', 'kafka'],
  ] as const)
    it(`is ${what}`, () => assert.equal(marked(path, text), expected))

  it('is nothing that only names what it serves', () => {
    const of = (kind: string, rest = ''): string => `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: kafka\n${rest}`
    for (const kind of [
      'Service',
      'ServiceMonitor',
      'PodDisruptionBudget',
      'Namespace',
      'Role',
      'ClusterRole',
      'RoleBinding',
      'ClusterRoleBinding',
      'HorizontalPodAutoscaler',
      'VerticalPodAutoscaler',
      'PersistentVolume',
      'PersistentVolumeClaim',
      'CustomResourceDefinition',
      '"Subscription"',
    ])
      assert.equal(marked('a.yaml', of(kind)), '', kind)
    for (const kind of ['Deployment', 'Services', 'ConfigMap', 'PodAutoscaler', 'MyService', 'PersistentVolumes'])
      assert.equal(marked('a.yaml', of(kind)), 'kafka', kind)
    assert.equal(marked('a.yaml', of('Service', 'spec:\n  type: NodePort\n')), 'kafka')
    assert.equal(marked('a.yaml', of('Service', 'spec:\n  type: "LoadBalancer"\n')), 'kafka')
    assert.equal(marked('a.yaml', of('Service', 'spec:\n  type: ClusterIP\n')), '')
    assert.equal(marked('a.yaml', of('Namespace', 'spec:\n  type: LoadBalancer\n')), '')
    assert.equal(marked('a.yaml', of('KafkaUser')), '', 'a user without rights')
    assert.equal(marked('a.yaml', of('KafkaUser', 'spec:\n  authorization:\n    acls:\n')), 'Kafka kafka')
    assert.equal(marked('a.yaml', 'resources:\n  - kafka.yaml\n'), '', 'a kustomization')
    assert.equal(marked('a.yaml', 'components:\n  - kafka\n'), '')
    assert.equal(marked('a.yaml', 'others:\n  - kafka\n'), 'kafka')
    const application = (rest: string, api = 'argoproj.io/v1alpha1'): string =>
      `apiVersion: ${api}\nkind: Application\nmetadata:\n  name: kafka\nspec:\n${rest}`
    assert.equal(marked('a.yaml', application('  source:\n    path: x\n')), '')
    assert.equal(marked('a.yaml', application('  source:\n    helm:\n      x: y\n')), 'kafka')
    assert.equal(marked('a.yaml', application('  source:\n    path: x\n', 'other/v1')), 'kafka')
  })
})

/** How far a text was understood: what was read, and each place that was not, with why. */
function told(path: string, text: string): string {
  const file = uriOf(path)
  const coverage = coverageOf(file, marksIn(file, text, syntaxOf(file) ?? ''), readFile(file, text)?.facts)
  if (!coverage) return 'nothing'
  const { state, entities, unread } = coverage
  return [
    [state, ...Object.entries(entities).map(([kind, count]) => `${count} ${kind}`)].join(' '),
    ...unread.map(({ span, why }) => `${text.slice(span.start, span.end)}: ${word(why, english)}`),
    ...(concernsKafka(coverage) ? ['of Kafka'] : []),
  ].join(' | ')
}

describe('a file was understood', () => {
  const topic = 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: t\nspec:\n  replicas: 3\n'
  const other = 'apiVersion: other.io/v1\nkind: Trigger\nmetadata:\n  name: x\nspec:\n  kafka: y\n'
  const rows: readonly (readonly [what: string, path: string, text: string, expected: string])[] = [
    ['as a whole', 'a.yaml', topic, 'understood 1 topic | of Kafka'],
    ['twice', 'a.yaml', `${topic}---\n${topic}`, 'understood 2 topic | of Kafka'],
    [
      'in part',
      'a.yaml',
      `${topic}---\n${other}`,
      'part 1 topic | kafka: belongs to nothing that was understood | of Kafka',
    ],
    ['not at all', 'a.yaml', other, 'not | kafka: nothing is read of this Trigger (other.io/v1)'],
    ['not without a kind', 'a.yaml', 'a:\n  b: kafka\n', 'not | kafka: no known kind of file'],
    [
      'not as a template',
      'a.yaml',
      'a: "{{ .Values.kafka }}"\n',
      'not | kafka: a template that only its own tool can evaluate',
    ],
    ['not as a script', 'a.sh', 'x=kafka\n', 'not | kafka: no command in it declares anything'],
    [
      'not as a script that is a template',
      'a.sh',
      'x=kafka\ny={{ z }}\n',
      'not | kafka: no command in it declares anything',
    ],
    [
      'not as what is compared with',
      'tests/01-assert.yaml',
      topic,
      'not | kafka: a test compares resources with it; it configures nothing',
    ],
    [
      'not as what is an error',
      'errors.yml',
      topic,
      'not | kafka: a test compares resources with it; it configures nothing',
    ],
    [
      'not as another block',
      'a.tf',
      'resource "x_kafka_thing" "y" {\n}\n',
      'not | resource "x_kafka_thing" "y" : nothing is read of this x_kafka_thing (Terraform)',
    ],
    [
      'not as a module',
      'a.tf',
      'module "kafka" {\n  source = "x"\n}\n',
      'not | module "kafka" : nothing is read of this module (Terraform)',
    ],
    [
      'beside settings, those that follow each other once',
      'a.yaml',
      `${topic}---\nkafka.a: x\nkafka.b: y\nother: z\nkafka:\n  a: b\n`,
      'part 1 topic | kafka: belongs to nothing that was understood | of Kafka',
    ],
    [
      'as a client with all its settings',
      'application.properties',
      'spring.kafka.bootstrap-servers=a:9092\nmy.kafka.switch=on\nother=1\nlast.kafka=1\n',
      'understood 1 client | of Kafka',
    ],
    [
      'where a template adds to it',
      'k.yaml',
      'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: k\nspec:\n  kafka:\n    config:\n      a: b\n      {{- toYaml .Values.config | nindent 6 }}\n',
      'understood 1 cluster | of Kafka',
    ],
    [
      'as a schema, of whatever',
      'a.proto',
      'syntax = "proto3";\nmessage A {\n  string kafka = 1;\n}\n',
      'understood 1 schema 1 record',
    ],
    [
      'as a schema of Avro',
      'a.avsc',
      '{"type":"record","name":"A","fields":[]}',
      'understood 1 schema 1 record | of Kafka',
    ],
    ['as nothing that concerns it', 'a.yaml', 'a: b\n', 'nothing'],
    ['as our configuration', '.kafka-review.yaml', 'version: 1\n', 'nothing'],
  ]
  for (const [what, path, text, expected] of rows) it(what, () => assert.equal(told(path, text), expected))
})
