import assert from 'node:assert/strict'
import { startAt } from '../../server/src/formats/cursor.ts'
import { readEmbedded } from '../../server/src/formats/embedded.ts'
import { readEmbeddedSchemas } from '../../server/src/formats/embedded-schema.ts'
import type { Cursor } from '../../server/src/formats/position.ts'
import type { Entity } from '../../server/src/model/entities.ts'
import type { Fact } from '../../server/src/model/fact.ts'
import { readFile } from '../../server/src/reader/read-file.ts'
import { prepareReading } from '../../server/src/reader/reader.ts'
import { syntaxes } from '../../server/src/syntax/syntaxes.ts'
import { uriOf } from '../support/fixtures.ts'

const rootOf = (text: string): Cursor =>
  startAt({ file: uriOf('x.yaml'), syntax: 'yaml', source: text, start: 0 }, syntaxes.yaml.read(text))
const word = (fact: Fact<unknown>): string => {
  if (fact.state === 'known') return String(fact.value)
  return fact.state === 'unresolved' ? '?' : '-'
}

describe('what a document holds of other files', () => {
  before(prepareReading)

  const told = (text: string): string[] =>
    readEmbedded(rootOf(text)).map(one =>
      one.kind === 'cluster' ? `cluster ${word(one.name)} of ${word(one.brokers)}` : `${one.kind} ${word(one.name)}`,
    )
  const block = (key: string, ...lines: readonly string[]): string =>
    `data:\n  ${key}: |\n${lines.map(line => `    ${line}\n`).join('')}`
  const broker = ['node.id=1', 'process.roles=broker', 'listeners=PLAINTEXT://:9092', 'min.insync.replicas=1']

  it('is read by the name that it has, else by what it looks like', () => {
    for (const [text, expected] of [
      [block('server.properties', ...broker), ['cluster server of -']],
      [block('client.properties', 'bootstrap.servers=a:9092', 'security.protocol=SSL'), ['client client']],
      [block('KAFKA_CONFIG', ...broker).replace('data', 'shop'), ['cluster shop of -']],
      [block('value', ...broker).replace('data', 'shop'), ['cluster shop of -']],
      [
        block('x.toml', '[sources.orders]', 'type = "kafka"', 'bootstrap_servers = "a:9092"', 'group_id = "g"'),
        ['client orders', 'group g'],
      ],
      [block('telegraf.conf', '[[outputs.kafka]]', '  brokers = ["a:9092"]'), ['client outputs.kafka']],
      [block('telegraf.conf', '[[other.kafka]]', '  brokers = ["a:9092"]'), []],
      [
        block('pipeline', 'output {', '  kafka {', '    bootstrap_servers => "a:9092"', '  }', '}'),
        ['client output.kafka'],
      ],
      [block('fluent.conf', '<match x>', '  @type kafka2', '  brokers a:9092', '</match>'), ['client match']],
      [block('fluent-bit.conf', '[OUTPUT]', '  Name kafka', '  Brokers a:9092'), ['client OUTPUT']],
      [
        block('connector.json', '{"name": "sink", "config": {"connector.class": "X", "topics": "a"}}'),
        ['connector sink'],
      ],
      [
        block(
          'connector.sh',
          'curl -d \'{"name": "sink", "config": {"connector.class": "X", "topics": "a"}}\' http://a',
        ),
        ['connector sink'],
      ],
      [block('connector.yaml', 'connector.class: X', 'name: sink', 'topics: a'), ['connector sink']],
      [block('connector', 'connector.class: X', 'name: sink', 'topics: a'), ['connector sink']],
      [block('application.yml', 'spring.kafka.bootstrap-servers: a:9092'), ['client application']],
      [block('settings', 'spring:', '  kafka:', '    bootstrap-servers: a:9092'), ['client settings']],
      [block('settings', 'spring:', '  kafka:', '    bootstrap-servers: a:9092', 'x=1'), ['client settings']],
      [block('app.json', '{"kafka": {"brokers": "a:9092"}}'), ['client app']],
      [block('start', 'cat > server.properties <<EOF', ...broker, 'EOF'), ['cluster start of -']],
      [block('start', 'cat > topic.yaml <<EOF', 'apiVersion: v1', ...broker, 'EOF'), []],
      [block('prod.env', 'KAFKA_BROKERS=a:9092'), ['client x.yaml']],
      [block('text', 'some words'), []],
      ['data:\n  server.properties: node.id=1\n', []],
      [
        'spec:\n  items:\n    - name: first\n      config: |\n        node.id=1\n        process.roles=broker\n        listeners=PLAINTEXT://:9092\n',
        ['cluster config of -'],
      ],
    ] as const)
      assert.deepEqual(told(text), expected, text)
  })

  it('is read of maps with the keys of a worker or a broker, with how many run beside', () => {
    const settings = 'node.id: 1\n    process.roles: broker\n    listeners: PLAINTEXT://:9092\n'
    for (const [text, expected] of [
      [`shop:\n  config:\n    ${settings}`, ['cluster shop of -']],
      [`shop:\n  replicas: 3\n  config:\n    ${settings}`, ['cluster shop of 3']],
      [`shop:\n  replicaCount: 2\n  serverProperties:\n    ${settings}`, ['cluster shop of 2']],
      [`shop:\n  brokerCount: 2\n  settings:\n    ${settings}`, ['cluster shop of 2']],
      [`shop:\n  overrideConfiguration:\n    ${settings}`, []],
      ['shop:\n  worker:\n    config.storage.topic: c\n    group.id: g\n', ['connect-cluster worker', 'group g']],
      [
        'shop:\n  kafkaConfig:\n    offsetsTopicReplicationFactor: 1\n    minInsyncReplicas: 1\n',
        ['cluster shop of -'],
      ],
      ['shop:\n  kafkaConfig:\n    offsetsTopicReplicationFactor: 1\n', []],
      ['shop:\n  env:\n    KAFKA_LOG_DIRS: a\n    KAFKA_NUM_PARTITIONS: 1\n', []],
    ] as const)
      assert.deepEqual(told(text), expected, text)
  })

  it('is read out of the base64 of a Secret, and of nothing else', () => {
    const data = `data:\n  server.properties: ${Buffer.from(broker.join('\n')).toString('base64')}\n`
    assert.deepEqual(told(`kind: Secret\n${data}`), ['cluster server of -'])
    assert.deepEqual(told(`kind: ConfigMap\n${data}`), [])
  })
})

describe('a schema in another file', () => {
  const told = (text: string): string[] => readEmbeddedSchemas(rootOf(text)).map(one => `${one.kind} ${word(one.name)}`)
  const avro = '\'{"type": "record", "name": "Order", "fields": []}\''
  const json = '\'{"type": "object", "title": "Order", "properties": {"a": {"type": "string"}}}\''
  const proto = '"message Order { string a = 1; }"'

  const found = ['schema x', 'record Order']

  it('is read in the language that is said beside it, or that it looks like', () => {
    for (const [text, expected] of [
      [`schema: ${avro}\n`, found],
      [`schema: ${json}\n`, found],
      [`schema: ${proto}\n`, found],
      [`schema: ${proto.replace('"message', "\"  syntax = 'proto3'; message")}\n`, found],
      ['schema: some words\n', []],
      [`other: ${avro}\n`, []],
      ...['schema.string', 'schema_definition', 'schemaDefinition', 'value.schema', 'key.schema'].map(
        key => [`${key}: ${avro}\n`, found] as const,
      ),
      ...['schemaType', 'schema_type', 'data_format', 'dataFormat', 'format', 'type'].map(
        key => [`${key}: json\nschema: ${json.replace('"properties"', '"properties" ')}\n`, found] as const,
      ),
      [`schemaType: PROTOBUF\nschema: ${proto}\n`, found],
      [`schemaType: AVRO\nschema: ${avro}\n`, found],
      [`schemaType: OTHER\nschema: ${avro}\n`, found],
      [`type: record\nschemaType: AVRO\nschema: ${avro}\n`, found],
      [`data:\n  order.avsc: ${avro}\n`, found],
      [`data:\n  order.proto: ${proto}\n`, found],
      [`data:\n  order.avdl: "protocol P { record Order { int a; } }"\n`, found],
      [`data:\n  order.json: ${avro}\n`, []],
      [`- schema: ${avro}\n`, found],
    ] as const)
      assert.deepEqual(told(text), expected, text)
  })

  it('is called as its subject is', () => {
    for (const [text, name] of [
      [`subject: orders-value\nschema: ${avro}\n`, 'orders-value'],
      [`subject_name: orders-value\nschema: ${avro}\n`, 'orders-value'],
      [`schema_name: orders-value\nschema: ${avro}\n`, 'orders-value'],
      [`name: orders-value\nschema: ${avro}\n`, 'x'],
      [`apiVersion: x\nkind: KafkaSchema\nmetadata: {name: orders-value}\nspec:\n  schema: ${avro}\n`, 'orders-value'],
      [`apiVersion: x\nkind: Topic\nmetadata: {name: orders-value}\nspec:\n  schema: ${avro}\n`, 'x'],
      [`kind: KafkaSchema\nmetadata: {name: orders-value}\nspec:\n  schema: ${avro}\n`, 'x'],
      [
        `apiVersion: x\nkind: KafkaSchema\nmetadata: {name: a}\nspec:\n  subject: orders-value\n  schema: ${avro}\n`,
        'orders-value',
      ],
    ] as const)
      assert.deepEqual(told(text), [`schema ${name}`, 'record Order'], text)
  })
})

describe('the flaws of a schema', () => {
  /** Each with what would be right, and the text at which it stands. */
  const flaws = (path: string, text: string): string[] =>
    ((readFile(uriOf(path), text)?.facts.entities ?? []) as readonly Entity[]).flatMap(one =>
      one.kind === 'schema'
        ? (one.flaws ?? []).map(
            ({ what, subject, expected, at }) =>
              `${what} ${subject}, ${expected} @${text.slice(at.span.start, at.span.end)}`,
          )
        : [],
    )
  const record = (fields: string, more = ''): string => `{"type": "record", "name": "R"${more}, "fields": [${fields}]}`
  const field = (type: string, more = ''): string => `{"name": "x", "type": ${type}${more}}`

  it('of Avro are names, types, fields, symbols and branches', () => {
    for (const [text, expected] of [
      [record(field('"int"')), []],
      [record(field('"integer"')), ['unknown-type integer, int @"integer"']],
      [record(field('{"type": "array", "items": "integer"}')), ['unknown-type integer, int @"integer"']],
      [record(field('{"type": "map", "values": "integer"}')), ['unknown-type integer, int @"integer"']],
      [record(field('["null", "integer"]')), ['unknown-type integer, int @"integer"']],
      [record(`${field('{"type": "record", "name": "date", "fields": []}')}, {"name": "y", "type": "date"}`), []],
      [record(field('{"type": "array"}')), ['missing array, items @"array"']],
      [record(field('{"type": "map"}')), ['missing map, values @"map"']],
      [record(field('{"type": "fixed", "name": "F"}')), ['missing fixed, size @"F"']],
      [record(field('{"type": "enum", "name": "E"}')), ['missing enum, symbols @"E"']],
      [record(field('{"type": "enum", "symbols": ["A"]}')), ['missing enum, name @"enum"']],
      [record(field('{"type": "record", "name": "S"}')), ['missing record, fields @"S"']],
      [record(field('{"type": "record", "name": "S", "fields": {}}')), ['missing record, a list of fields @"fields"']],
      [record(field('{"type": "error", "name": "S", "fields": []}')), []],
      [
        record(field('{"type": "record", "name": "a-b", "fields": []}')),
        ['invalid-name a-b, letters, digits and _ @"a-b"'],
      ],
      [record(field('{"type": "record", "name": "a.b", "fields": []}')), []],
      [record(field('{"type": "record", "name": "R", "fields": []}')), ['duplicate-type R, a name of its own @"R"']],
      [record(field('{"type": "record", "name": "R", "namespace": "n", "fields": []}')), []],
      [
        record(field('{"type": "record", "name": "n.R", "fields": []}'), ', "namespace": "n"'),
        ['duplicate-type n.R, a name of its own @"n.R"'],
      ],
      [
        record(field('{"type": "record", "name": "R", "fields": []}'), ', "namespace": "n"'),
        ['duplicate-type n.R, a name of its own @"R"'],
      ],
      [record(`${field('"int"')}, ${field('"int"')}`), ['duplicate-field x, a name of its own @"x"']],
      [record('{"name": "a.b", "type": "int"}'), ['invalid-name a.b, letters, digits and _ @"a.b"']],
      [record('{"name": "x"}'), ['missing x, type @"x"']],
      [record('{"type": "int"}'), ['missing field, name @"type"']],
      [
        record(field('{"type": "enum", "name": "E", "symbols": ["A", "B", "A"]}')),
        ['duplicate-symbol A, a symbol of its own @"A"'],
      ],
      [
        record(field('{"type": "enum", "name": "E", "symbols": ["A"], "default": "B"}')),
        ['wrong-default B, one of the symbols @"B"'],
      ],
      [record(field('{"type": "enum", "name": "E", "symbols": ["A"], "default": "A"}')), []],
      [record(field('["null", ["int"]]')), ['nested-union union, branches that are no unions @"type"']],
      [record(field('["int", "int"]')), ['duplicate-branch int, a type of its own @"int"']],
      [record(field('["int", {"type": "int", "logicalType": "date"}]')), []],
      [record(field('["int", {"type": "int"}]')), ['duplicate-branch int, a type of its own @"type"']],
      [record(field('[{"type": "fixed", "name": "F", "size": 1}, {"type": "fixed", "name": "G", "size": 1}]')), []],
      [record(field('"int"', ', "default": -12')), []],
      [record(field('"int"', ', "default": 1.5')), ['wrong-default 1.5, int @1.5']],
      [record(field('"int"', ', "default": null')), ['wrong-default null, int @"default"']],
      [record(field('"int"', ', "default": [1]')), ['wrong-default a list, int @"default"']],
      [record(field('["null", "int"]', ', "default": 1')), ['later-branch 1, null @1']],
      [record(field('"Other"', ', "default": 1')), []],
      [record(field('"Other"', ', "default": {}')), []],
      [record(field('"string"', ', "default": "a"')), []],
      [`[${record('')}, {"type": "record", "name": "S", "fields": []}]`, []],
    ] as const)
      assert.deepEqual(flaws('a.avsc', text), expected, text)
    // What is no JSON is told elsewhere.
    assert.deepEqual(flaws('a.avsc', record(field('"integer"')).slice(0, -1)), [])
  })

  it('of Protobuf are syntax, names and numbers', () => {
    const message = (body: string): string => `syntax = "proto3";\nmessage M {\n${body}\n}\n`
    for (const [text, expected] of [
      [message('  string a = 1;'), []],
      [message('  string a = 1;\n  string a = 2;'), ['duplicate-field a, a name of its own @a']],
      [message('  string a = 1;\n  string b = 1;'), ['duplicate-number 1, a number of its own @1']],
      [message('  reserved 1;\n  string a = 1;'), ['reserved 1, one that is not reserved @1']],
      [message('  string a = 0;'), ['refused 0, protoc @0']],
      [message('  message N {\n    string a = 0;\n  }'), ['refused 0, protoc @0']],
      [message('  enum E {\n    A = 0;\n  }'), []],
    ] as const)
      assert.deepEqual(flaws('a.proto', text), expected, text)
    const [broken] = flaws('a.proto', message('  string a = ;'))
    assert.match(broken ?? '', /^syntax ;, /)
  })
})
