import assert from 'node:assert/strict'
import type { Finding } from '../server/src/rules/finding.ts'
import { readCompany } from './support/company.ts'
import { reviewTexts, uriOf } from './support/fixtures.ts'

const levels = ['hint', 'information', 'warning', 'error']
const configured = (lines: string): ReturnType<typeof readCompany> => [
  ...readCompany().filter(({ uri }) => !uri.endsWith('.kafka-review.yaml')),
  { uri: uriOf('.kafka-review.yaml'), text: `version: 1\n${lines}` },
]

/** Levels by file, code and place, of what is reported. */
function levelsOf(lines: string): Map<string, Finding> {
  const review = reviewTexts(configured(lines))
  return new Map(
    [...review.files()]
      .flatMap(uri => review.findings(uri))
      .filter(({ family }) => family !== 'configuration')
      .map(finding => [`${finding.code} ${finding.at.file}:${finding.at.span.start}`, finding]),
  )
}

describe('what runs in development', () => {
  const [before, after] = [levelsOf(''), levelsOf('environments:\n  development: ["kafka/**", "connectors/**"]\n')]
  const inDevelopment = ({ at }: Finding): boolean => /\/(?:kafka|connectors)\//.test(at.file)

  it('is reported one level lower, durability and transport folded at their own, the rest as ever', () => {
    assert.ok(before.size > 30)
    for (const [key, { level, family, folded }] of after) {
      const finding = before.get(key)
      assert.ok(finding, key)
      if (!inDevelopment(finding)) assert.equal(level, finding.level, key)
      else if (family === 'durability' || family === 'transport')
        assert.deepEqual([level, folded], [finding.level, true], key)
      else assert.equal(level, levels[Math.max(0, levels.indexOf(finding.level) - 1)], key)
    }
  })

  it('loses no finding', () => {
    for (const key of before.keys()) assert.ok(after.has(key), key)
  })

  it('is folded by itself with a single broker, and not where the configuration calls it production', () => {
    const compose = {
      uri: uriOf('stack/compose.yaml'),
      text: 'services:\n  kafka:\n    image: apache/kafka:4.0.0\n    environment:\n      KAFKA_PROCESS_ROLES: broker,controller\n      KAFKA_LISTENERS: PLAINTEXT://:9092\n      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: 1\n',
    }
    const foldedIn = (lines: string, path = 'stack/compose.yaml'): boolean[] => {
      const review = reviewTexts([
        { uri: uriOf('.kafka-review.yaml'), text: `version: 1\n${lines}` },
        { ...compose, uri: uriOf(path) },
      ])
      return review.findings(uriOf(path)).map(({ folded }) => folded === true)
    }
    assert.ok(foldedIn('').length > 1 && foldedIn('').every(folded => folded))
    assert.ok(!foldedIn('environments:\n  production: ["stack/**"]\n').includes(true))
  })

  it('is folded by itself where a broker keeps its records in a folder for what is temporary and knows no ZooKeeper but its own machine', () => {
    const foldedIn = (lines: string): boolean[] => {
      const uri = uriOf('stack/server.properties')
      const text = `broker.id=0\noffsets.topic.replication.factor=1\ntransaction.state.log.replication.factor=1\n${lines}\n`
      return reviewTexts([{ uri, text }])
        .findings(uri)
        .map(({ folded }) => folded === true)
    }
    const own = foldedIn('zookeeper.connect=localhost:2181\nlog.dirs=/tmp/kafka-logs')
    assert.ok(own.length > 1 && own.every(folded => folded))
    for (const elsewhere of [
      'zookeeper.connect=zk-1.shop.example:2181\nlog.dirs=/tmp/kafka-logs',
      'zookeeper.connect=localhost:2181\nlog.dirs=/var/lib/kafka',
    ])
      assert.ok(!foldedIn(elsewhere).includes(true), elsewhere)
  })

  it('is folded by itself where a template names the only broker', () => {
    const foldedIn = (path: string, text: string): boolean[] =>
      reviewTexts([{ uri: uriOf(path), text }])
        .findings(uriOf(path))
        .filter(({ family }) => family === 'durability')
        .map(({ folded }) => folded === true)
    const voting = (voters: string): boolean[] =>
      foldedIn(
        'roles/kafka/server.properties',
        `process.roles=broker,controller\nnode.id=1\ncontroller.quorum.voters=${voters}\noffsets.topic.replication.factor=1\n`,
      )
    const alone = voting('{{ id }}@{{ inventory_hostname }}:{{ port }}')
    assert.ok(alone.length > 0 && alone.every(folded => folded))
    for (const others of ['{{ id }}@{{ host }}:9093,2@kafka-2:9093', '{{ voters }}'])
      assert.ok(!voting(others).includes(true), others)
    const pooled = (nodes: number, cluster: string): boolean[] =>
      foldedIn(
        'charts/kafka/templates/kafka.yaml',
        `apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nmetadata:\n  name: all\n  labels:\n    strimzi.io/cluster: {{ .Values.${cluster} }}\nspec:\n  replicas: ${nodes}\n  roles: [controller, broker]\n  storage: { type: ephemeral }\n---\napiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: {{ .Values.name }}\nspec:\n  kafka:\n    config:\n      offsets.topic.replication.factor: 1\n`,
      )
    assert.ok(pooled(1, 'name').length > 0 && pooled(1, 'name').every(folded => folded))
    assert.ok(!pooled(3, 'name').includes(true) && !pooled(1, 'other').includes(true))
  })

  it('is folded by itself behind a proxy that breaks connections for tests, and in the scenarios of Molecule', () => {
    const foldedIn = (path: string, broker: string): boolean[] => {
      const text = `services:\n  parcels:\n    image: parcels\n    environment:\n      KAFKA_BROKERS: ${broker}:9092\n`
      return reviewTexts([{ uri: uriOf(path), text }])
        .findings(uriOf(path))
        .map(({ folded }) => folded === true)
    }
    assert.deepEqual(foldedIn('compose.yaml', 'toxiproxy'), [true])
    assert.deepEqual(foldedIn('molecule/default/compose.yaml', 'kafka-1'), [true])
    assert.deepEqual(foldedIn('compose.yaml', 'kafka-1'), [false])
  })

  it('says nothing of a connection to the machine that runs the containers', () => {
    const foldedIn = (host: string): boolean[] => {
      const uri = uriOf('.env')
      const text = `KAFKA_ADVERTISED_LISTENERS=PLAINTEXT://${host}:9092\nKAFKA_LISTENER_SECURITY_PROTOCOL_MAP=PLAINTEXT:PLAINTEXT\nKAFKA_BROKER_ID=1\n`
      return reviewTexts([{ uri, text }])
        .findings(uri)
        .filter(({ family }) => family === 'transport')
        .map(({ folded }) => folded === true)
    }
    assert.deepEqual(foldedIn('host.docker.internal'), [])
    assert.deepEqual(foldedIn('kafka.internal'), [false])
  })

  it('shows each level going down', () => {
    const fallen = new Set(
      [...after]
        .map(([key, { level }]) => `${before.get(key)?.level} to ${level}`)
        .filter(text => !/(\w+) to \1/.test(text)),
    )
    assert.ok(fallen.has('warning to information') && fallen.has('error to warning'), [...fallen].join(', '))
  })
})

describe('a level in the configuration', () => {
  const rows: readonly [string, string][] = [
    ['rules:\n  KR301: error\n', 'error'],
    ['rules:\n  durability: hint\n', 'hint'],
    ['rules:\n  durability: hint\n  KR301: error\n', 'error'],
    ['rules:\n  KR301: off\n', 'off'],
  ]
  for (const [lines, expected] of rows)
    it(`${lines.replace(/\s+/g, ' ')}is obeyed`, () => {
      const said = [...levelsOf(lines).values()].filter(({ code }) => code === 'KR301').map(({ level }) => level)
      assert.deepEqual([...new Set(said)], expected === 'off' ? [] : [expected])
    })
})
