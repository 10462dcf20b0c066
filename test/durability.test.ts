import { english } from '../server/src/words/en/english.ts'
import assert from 'node:assert/strict'
import { defaultOf } from '../server/src/assess/engine.ts'
import { durationOf, toMilliseconds } from '../server/src/assess/duration.ts'
import type { DurabilitySetting } from '../server/src/knowledge/kafka-settings.ts'
import { reviewTexts, root, theLibrary, uriOf } from './support/fixtures.ts'
import { word } from '../server/src/words/message.ts'

const { knowledge } = theLibrary()
const rows = [...knowledge.durability.values()].flat()

/** A file of some format that holds settings of one kind. */
interface Format {
  readonly file: string
  readonly holder: DurabilitySetting['holder']
  write(settings: Readonly<Record<string, string>>): string
}

const lines = (settings: Readonly<Record<string, string>>, write: (key: string, value: string) => string): string =>
  Object.entries(settings)
    .map(([key, value]) => write(key, value))
    .join('\n')
const properties =
  (head: string) =>
  (settings: Readonly<Record<string, string>>): string =>
    `${head}\n${lines(settings, (key, value) => `${key}=${value}`)}\n`
const yaml =
  (head: string, indentation: string) =>
  (settings: Readonly<Record<string, string>>): string =>
    `${head}\n${lines(settings, (key, value) => `${indentation}${key}: "${value}"`)}\n`
const variable = (key: string): string =>
  key.replace(/[._-]/g, sign => ({ '.': '_', _: '__', '-': '___' })[sign] ?? sign).toUpperCase()
const compose =
  (prefix: string, head: string) =>
  (settings: Readonly<Record<string, string>>): string =>
    `services:\n  one:\n    deploy: { replicas: 5 }\n    environment:\n${head}\n${lines(settings, (key, value) => `      - ${prefix}${variable(key)}=${value}`)}\n`
const connector = (settings: Readonly<Record<string, string>>): string =>
  JSON.stringify({
    name: 's-1',
    config: { 'connector.class': 'org.apache.kafka.connect.file.FileStreamSinkConnector', ...settings },
  })
const mirror = (part: string): ((settings: Readonly<Record<string, string>>) => string) =>
  yaml(
    `apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaMirrorMaker2\nmetadata: { name: m }\nspec:\n  connectCluster: b\n  clusters:\n    - { alias: a, bootstrapServers: "a:9093", tls: {} }\n    - { alias: b, bootstrapServers: "b:9093", tls: {} }\n  mirrors:\n    - sourceCluster: a\n      targetCluster: b\n      topicsPattern: orders\n      ${part}:\n        config:`,
    '          ',
  )

const formats: readonly Format[] = [
  { file: 'server.properties', holder: 'broker', write: properties('process.roles=broker') },
  {
    file: 'kafka.yaml',
    holder: 'broker',
    write: yaml(
      'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata: { name: k }\nspec:\n  kafka:\n    config:',
      '      ',
    ),
  },
  { file: 'compose.yaml', holder: 'broker', write: compose('KAFKA_', '      - KAFKA_PROCESS_ROLES=broker') },
  { file: 'bitnami.yaml', holder: 'broker', write: compose('KAFKA_CFG_', '      - KAFKA_CFG_PROCESS_ROLES=broker') },
  {
    file: 'connect-distributed.properties',
    holder: 'worker',
    write: properties('bootstrap.servers=kafka:9093\nsecurity.protocol=SSL\nconfig.storage.topic=c'),
  },
  {
    file: 'connect.yaml',
    holder: 'worker',
    write: yaml(
      'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nmetadata: { name: c }\nspec:\n  bootstrapServers: "kafka:9093"\n  tls: {}\n  groupId: g\n  config:',
      '    ',
    ),
  },
  {
    file: 'connect-compose.yaml',
    holder: 'worker',
    write: compose('CONNECT_', '      - CONNECT_CONFIG_STORAGE_TOPIC=c'),
  },
  {
    file: 'client.properties',
    holder: 'client',
    write: properties('bootstrap.servers=kafka:9093\nsecurity.protocol=SSL'),
  },
  {
    file: 'connector.json',
    holder: 'sink',
    write: settings => connector({ 'errors.deadletterqueue.topic.name': 'q-1', ...settings }),
  },
  {
    file: 'connector.yaml',
    holder: 'source',
    write: yaml(
      'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nmetadata: { name: s-1 }\nspec:\n  class: org.apache.kafka.connect.file.FileStreamSourceConnector\n  config:',
      '    ',
    ),
  },
  { file: 'copying.yaml', holder: 'copying', write: mirror('sourceConnector') },
  { file: 'checkpoints.yaml', holder: 'checkpoints', write: mirror('checkpointConnector') },
  { file: 'heartbeats.yaml', holder: 'heartbeats', write: mirror('heartbeatConnector') },
]

const said = (format: Format, settings: Readonly<Record<string, string>>): string[] =>
  reviewTexts([{ uri: root + format.file, text: format.write(settings) }])
    .findings(uriOf(format.file))
    .filter(({ code, data }) => ['KR301', 'KR302', 'KR303'].includes(code) && !data.absent)
    .map(({ code }) => code)

describe('each setting that decides about copies', () => {
  for (const { key: pattern, holder, means, pair } of rows) {
    const key = pattern.replace('<n>', 'some')
    const low = means === 'replication-factor' ? 'KR301' : 'KR302'
    const cases: readonly [string, Readonly<Record<string, string>>, readonly string[]][] = [
      ['one', { [key]: '1' }, [low]],
      ['the default of the brokers', { [key]: '-1' }, []],
      ['filled in elsewhere', { [key]: '${file:/opt/kafka:copies}' }, []],
      ['three', { [key]: '3', ...(pair ? { [pair]: '5' } : {}) }, []],
      pair
        ? ['as many as there are copies', { [key]: '3', [pair]: '3' }, ['KR303']]
        : ['two', { [key]: '2' }, means === 'replication-factor' ? ['KR301'] : []],
    ]
    for (const format of formats.filter(
      one => one.holder === holder || (holder === 'connector' && one.holder === 'sink'),
    ))
      for (const [what, settings, expected] of cases)
        it(`${key} in ${format.file}: ${what}`, () => assert.deepEqual(said(format, settings), expected))
  }
})

describe('what holds where nothing is written', () => {
  const at = (id: string, rest: { zones?: number; tiered?: boolean; version?: string } = {}) => ({
    engine: knowledge.engines.kinds.get(id) ?? assert.fail(id),
    zones: rest.zones,
    tiered: rest.tiered,
    version: rest.version,
  })
  const expected: [string, string, string | undefined, Parameters<typeof at>[1]?][] = [
    ['kafka', 'default.replication.factor', '1'],
    ['strimzi', 'min.insync.replicas', '1'],
    ['kafka', 'offsets.topic.replication.factor', '3'],
    ['kafka', 'transaction.state.log.replication.factor', '3'],
    ['kafka', 'transaction.state.log.min.isr', '2'],
    ['kafka', 'share.coordinator.state.topic.replication.factor', '3'],
    ['kafka', 'share.coordinator.state.topic.min.isr', '2'],
    ['kafka', 'rlmm.config.remote.log.metadata.topic.replication.factor', '3'],
    ['kafka', 'unclean.leader.election.enable', 'false'],
    ['kafka', 'auto.create.topics.enable', 'true'],
    ['msk', 'default.replication.factor', '3', { zones: 3 }],
    ['msk', 'default.replication.factor', '2', { zones: 2 }],
    ['msk', 'default.replication.factor', undefined],
    ['msk', 'min.insync.replicas', '1', { zones: 2 }],
    ['msk', 'unclean.leader.election.enable', 'true', { tiered: false }],
    ['msk', 'unclean.leader.election.enable', 'false', { tiered: true }],
    ['msk', 'unclean.leader.election.enable', undefined],
    ['msk', 'auto.create.topics.enable', 'false'],
    ['msk', 'offsets.topic.replication.factor', '3'],
    ['aiven', 'default.replication.factor', '3'],
    ['aiven', 'auto.create.topics.enable', 'true'],
    ['redpanda', 'default.replication.factor', '1'],
    ['redpanda', 'auto.create.topics.enable', 'false'],
    ['redpanda', 'min.insync.replicas', undefined],
  ]
  for (const [engine, key, value, rest] of expected)
    it(`${engine} ${key} ${JSON.stringify(rest ?? {})}`, () =>
      assert.equal(defaultOf(theLibrary(), key, at(engine, rest)), value))

  it("is known for every setting of brokers, or the brokers' own default", () => {
    for (const { key, default: own } of knowledge.durability.get('broker') ?? [])
      assert.ok(own !== undefined || defaultOf(theLibrary(), key, at('kafka')) !== undefined, key)
  })
})

describe('times', () => {
  const day = 86_400_000
  for (const [text, unit, milliseconds] of [
    ['86400000', 'milliseconds', day],
    ['1440', 'minutes', day],
    ['24', 'hours', day],
    ['86400', 'seconds', day],
    ['86400000000000', 'nanoseconds', day],
    ['24h', 'duration', day],
    ['1h30m', 'duration', 5_400_000],
    ['1.5h', 'duration', 5_400_000],
    ['0', 'duration', 0],
    ['', 'duration', 0],
    ['-1', 'milliseconds', -1],
    ['-1', 'hours', -3_600_000],
    ['7d', 'milliseconds', undefined],
    ['soon', 'duration', undefined],
  ] as const)
    it(`${JSON.stringify(text)} in ${unit} is ${milliseconds ?? 'no time'}`, () =>
      assert.equal(toMilliseconds(text, unit), milliseconds))

  for (const [milliseconds, words] of [
    [604_800_000, '7 days'],
    [5_400_000, '90 minutes'],
    [86_400_000, '1 day'],
    [3_600_000, '1 hour'],
    [1000, '1 second'],
    [1, '1 millisecond'],
    [1001, '1001 milliseconds'],
  ] as const)
    it(`${milliseconds} milliseconds are ${words}`, () => assert.equal(word(durationOf(milliseconds), english), words))
})
