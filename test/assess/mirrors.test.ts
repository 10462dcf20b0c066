import assert from 'node:assert/strict'
import {
  copiedBy,
  leftOutBy,
  mainTopicOf,
  takes,
  takesAll,
  topicsCopied,
  topicsOf,
} from '../../server/src/assess/data-flow.ts'
import {
  copiesOf,
  isAnswered,
  isOfMirror,
  isOneWayByIntent,
  keepsNames,
  leftBehindBy,
  loopOf,
  mirrorPartsOf,
  notSynchronised,
  policyClashOf,
  renamesFor,
} from '../../server/src/assess/mirror.ts'
import { mirrorBehind, unpreparedFor } from '../../server/src/assess/failover.ts'
import { knownValue } from '../../server/src/model/fact.ts'
import { ask, strimzi, type Asked, type Texts } from '../support/asking.ts'

const sides =
  'clusters=eu, us\neu.bootstrap.servers=eu-1.shop.example:9092\nus.bootstrap.servers=us-1.shop.example:9092\n'
const there = 'eu->us.enabled=true\n'
const back = 'us->eu.enabled=true\n'
const identity = 'replication.policy.class=org.apache.kafka.connect.mirror.IdentityReplicationPolicy\n'
const mm2 = (lines: string): Asked => ask({ 'mm2.properties': sides + lines })
/** The mirror from `eu` to `us`. */
const flow = (lines: string) => mm2(there + lines).the('mm2.properties', 'flow')

describe('the names of copies', () => {
  for (const [lines, expected] of [
    ['', false],
    [identity, true],
    ['replication.policy.class=org.apache.kafka.connect.mirror.DefaultReplicationPolicy\n', false],
    ['replication.policy.class=com.example.Own\n', undefined],
    ['replication.policy.class=${env:POLICY}\n', undefined],
  ] as const)
    it(`with ${lines.trim() || 'nothing said'} are kept: ${expected ?? 'not known'}`, () =>
      assert.equal(keepsNames(flow(lines)), expected))

  it('are told where a mirror leads away with the offsets of consumers', () => {
    const renamed = (lines: string): string | undefined => {
      const { db, the } = mm2(there + lines)
      return renamesFor(db, the('mm2.properties', 'flow'))
    }
    const carried = 'sync.group.offsets.enabled=true\n'
    assert.equal(renamed(carried), 'orders -> eu.orders')
    assert.equal(renamed(`${carried}replication.policy.separator=_\n`), 'orders -> eu_orders')
    for (const lines of [
      '',
      'sync.group.offsets.enabled=false\n',
      carried + identity,
      `${carried}replication.policy.class=com.example.Own\n`,
      `${carried}replication.policy.separator=\${env:S}\n`,
      carried + back,
    ])
      assert.equal(renamed(lines), undefined, lines)
  })

  it('are looked for by the part that copies offsets as the part that copies records makes them', () => {
    const clash = (copying: string, checkpoints: string): unknown => {
      const config = (lines: string): string => (lines === '' ? '' : `        config:\n${lines}`)
      const { the } = ask({
        'm.yaml': strimzi(
          'KafkaMirrorMaker2',
          'm',
          `  target: { alias: us, bootstrapServers: us.shop.example:9092 }\n  mirrors:\n    - source: { alias: eu, bootstrapServers: eu.shop.example:9092 }\n      sourceConnector:\n        tasksMax: 1\n${config(copying)}      checkpointConnector:\n        tasksMax: 1\n${config(checkpoints)}`,
        ),
      })
      const told = policyClashOf(the('m.yaml', 'flow'))
      return told && [told.key, told.copying, told.checkpoints]
    }
    const policy = (name: string): string => `          replication.policy.class: ${name}\n`
    const separator = (text: string): string => `          replication.policy.separator: "${text}"\n`
    const mirror = 'org.apache.kafka.connect.mirror'
    assert.equal(clash('', ''), undefined)
    assert.deepEqual(clash(separator('_'), ''), ['replication.policy.separator', '_', '.'])
    assert.deepEqual(clash('', separator('_')), ['replication.policy.separator', '.', '_'])
    assert.equal(clash(separator('_'), separator('_')), undefined)
    assert.equal(clash(separator('${env:S}'), separator('_')), undefined)
    assert.deepEqual(clash(policy(`${mirror}.IdentityReplicationPolicy`), ''), [
      'replication.policy.class',
      `${mirror}.IdentityReplicationPolicy`,
      `${mirror}.DefaultReplicationPolicy`,
    ])
    assert.equal(clash(policy('com.example.Own'), ''), undefined)
    assert.equal(clash(policy('com.example.Own'), policy('com.example.Own')), undefined)
    const both = policy(`${mirror}.IdentityReplicationPolicy`)
    assert.equal(clash(both + separator('_'), both), undefined, 'no separator stands in a name that is kept')
  })
})

describe('records that go in circles', () => {
  const loops = (lines: string): boolean => {
    const { db, the } = mm2(there + lines)
    return loopOf(db, the('mm2.properties', 'flow')) !== undefined
  }
  for (const [what, lines, expected] of [
    ['both ways under the same names', identity + back, true],
    ['both ways under names of their own', back, false],
    ['one way only', identity, false],
    ['both ways, with a policy nobody knows', `replication.policy.class=com.example.Own\n${back}`, false],
    ['both ways, the same topic', `${identity}${back}eu->us.topics=orders\nus->eu.topics=returns, orders\n`, true],
    ['both ways, all topics of the one', `${identity}${back}eu->us.topics=.*\nus->eu.topics=returns\n`, true],
    ['both ways, all topics of the other', `${identity}${back}eu->us.topics=returns\nus->eu.topics=.+\n`, true],
    ['both ways, other topics', `${identity}${back}eu->us.topics=orders|a\nus->eu.topics=returns|b\n`, false],
    ['both ways, with exceptions', `${identity}${back}eu->us.topics.exclude=orders\n`, false],
    ['both ways, topics of a variable', `${identity}${back}eu->us.topics=\${env:T}\n`, false],
    ['the other way switched off', `${identity}us->eu.enabled=false\n`, false],
  ] as const)
    it(`${what}: ${expected ? 'yes' : 'no'}`, () => assert.equal(loops(lines), expected))

  it('between clusters of two files are those of the same addresses', () => {
    const eu = 'clusters=eu, us\neu.bootstrap.servers=eu-1:9092\nus.bootstrap.servers=us-1:9092\n'
    const between = (other: string): boolean => {
      const { db, the } = ask({ 'a.properties': eu + there + identity, 'b.properties': other + back + identity })
      return loopOf(db, the('a.properties', 'flow')) !== undefined
    }
    assert.equal(between(eu), true)
    assert.equal(between(eu.replace('eu-1:9092', ' eu-1:9092 ')), true)
    assert.equal(between(eu.replace('eu-1', 'eu-2')), false)
    assert.equal(between(eu.replace('us-1', 'us-2')), false)
    assert.equal(between(eu.replace('us-1:9092', '${env:US}')), false)
  })
})

describe('a mirror', () => {
  it('is answered by one that copies back', () => {
    const answered = (lines: string): boolean | undefined => {
      const { db, the } = mm2(there + lines)
      return isAnswered(db, the('mm2.properties', 'flow'))
    }
    assert.deepEqual([answered(''), answered(back)], [false, true])
  })

  it('leads one way where it is told so, or named a migration', () => {
    const named = (name: string): boolean => {
      const { the } = ask({
        'm.yaml': strimzi(
          'KafkaMirrorMaker2',
          name,
          '  target: { alias: us, bootstrapServers: us.shop.example:9092 }\n  mirrors:\n    - source: { alias: eu, bootstrapServers: eu.shop.example:9092 }\n      sourceConnector: {}\n',
        ),
      })
      return isOneWayByIntent(the('m.yaml', 'flow'))
    }
    for (const name of ['migrate-shop', 'shop-migration', 'migracja', 'migrierung', 'umzug', 'cutover-2'])
      assert.ok(named(name), name)
    for (const name of ['mirror', 'immigrate', 'emigration', 'migrant-data']) assert.ok(!named(name), name)
    assert.equal(isOneWayByIntent(flow('')), false)
    assert.equal(isOneWayByIntent(flow('us->eu.enabled=false\n')), true)
  })

  it('carries offsets where it makes checkpoints and applies them', () => {
    const lost = (lines: string): string | undefined => {
      const { checkpoints } = flow(lines)
      return checkpoints && notSynchronised(checkpoints)?.by
    }
    const applied = 'sync.group.offsets.enabled=true\n'
    for (const [lines, expected] of [
      ['', 'sync.group.offsets.enabled'],
      ['sync.group.offsets.enabled=false\n', 'sync.group.offsets.enabled'],
      [applied, undefined],
      ['sync.group.offsets.enabled=${env:S}\n', undefined],
      [`${applied}emit.checkpoints.enabled=false\n`, 'emit.checkpoints.enabled'],
      [`${applied}emit.checkpoints.enabled=true\n`, undefined],
      ['emit.checkpoints.enabled=false\n', 'emit.checkpoints.enabled'],
      [`${applied}emit.checkpoints.enabled=\${env:S}\n`, undefined],
    ] as const)
      assert.equal(lost(lines), expected, lines)
  })

  it('leaves behind what it is told to', () => {
    const left = (lines: string): string => {
      const { db, the } = mm2(there + lines)
      return leftBehindBy(db, the('mm2.properties', 'flow'))
        .map(({ what, setting }) => `${what} by ${setting.written ?? setting.key}`)
        .join()
    }
    for (const [lines, expected] of [
      ['', ''],
      ['refresh.topics.enabled=false\n', 'topics by refresh.topics.enabled'],
      ['refresh.topics.enabled=true\n', ''],
      ['refresh.topics.enabled=${env:R}\n', ''],
      ['refresh.groups.enabled=false\n', 'groups by refresh.groups.enabled'],
      ['refresh.groups.enabled=false\nemit.checkpoints.enabled=false\n', ''],
      ['sync.topic.configs.enabled=false\n', 'configurations by sync.topic.configs.enabled'],
      ['sync.topic.acls.enabled=FALSE\n', 'access by sync.topic.acls.enabled'],
    ] as const)
      assert.equal(left(lines), expected, lines)
  })

  it('of Connect has the parts that its class runs', () => {
    const parts = (name: string): string | undefined => {
      const { db, the } = ask({ 'c.json': JSON.stringify({ name: 'c', config: { 'connector.class': name } }) })
      const told = mirrorPartsOf(db, the('c.json', 'connector'))
      return told && Object.keys(told).sort().join()
    }
    const mirror = 'org.apache.kafka.connect.mirror.Mirror'
    assert.equal(parts(`${mirror}SourceConnector`), 'copying')
    assert.equal(parts(`${mirror}CheckpointConnector`), 'checkpoints')
    assert.equal(parts('io.confluent.connect.s3.S3SinkConnector'), undefined)
    assert.equal(parts('com.example.Nobody'), undefined)
  })

  it('has rights as one that is named so, or that may use what only mirrors have', () => {
    const rights = (name: string, topic = 'orders'): boolean => {
      const { db, the } = ask({
        'u.yaml': strimzi(
          'KafkaUser',
          name,
          `  authorization:\n    type: simple\n    acls:\n      - resource: { type: topic, name: ${topic} }\n        operations: [Read]\n      - resource: { type: group, name: g }\n        operations: [Read]\n`,
          'c',
        ),
      })
      return isOfMirror(db, the('u.yaml', 'group'))
    }
    for (const name of ['mm2', 'shop-mm', 'mirror', 'mirror-maker', 'mirror-maker-2', 'replicator'])
      assert.ok(rights(name), name)
    for (const name of ['reports', 'maker', 'mirrored']) assert.ok(!rights(name), name)
    for (const topic of ['mm2-offset-syncs.us.internal', 'heartbeats', 'eu.checkpoints.internal'])
      assert.ok(rights('reports', topic), topic)
    for (const topic of ['my-heartbeats', 'heartbeats-2', 'eu.checkpoints', 'mm2-offset-syncsx'])
      assert.ok(!rights('reports', topic), topic)
  })
})

describe('the topics that a mirror copies', () => {
  const clusters: Texts = {
    'k.yaml': `${strimzi('Kafka', 'eu', '  kafka:\n    config: {}\n')}---\n${strimzi('Kafka', 'us', '  kafka:\n    config: {}\n')}`,
    't.yaml': ['orders', 'orders-internal', 'returns']
      .map(name => strimzi('KafkaTopic', name, '  replicas: 3\n', 'eu'))
      .join('---\n'),
    'c.yaml': ['eu.orders', 'returns']
      .map(name => strimzi('KafkaTopic', `us-${name}`, `  topicName: ${name}\n  replicas: 3\n`, 'us'))
      .join('---\n'),
  }
  const asked = (lines: string): Asked =>
    ask({
      'm.yaml': strimzi(
        'KafkaMirrorMaker2',
        'm',
        `  target: { alias: us, bootstrapServers: us-kafka-bootstrap:9092 }\n  mirrors:\n    - source: { alias: eu, bootstrapServers: eu-kafka-bootstrap:9092 }\n      sourceConnector:\n        config:\n          replication.factor: 3\n${lines}`,
      ),
      ...clusters,
    })
  const copied = (lines: string): string => {
    const { db, the } = asked(lines)
    return topicsCopied(db, the('m.yaml', 'flow'))
      .map(({ name }) => knownValue(name))
      .join()
  }
  for (const [what, lines, expected] of [
    ['all without a pattern', '', 'orders,orders-internal,returns'],
    ['those of a pattern', '      topicsPattern: "orders.*"\n', 'orders,orders-internal'],
    ['those of a list', '      topicsPattern: "orders, returns"\n', 'orders,returns'],
    ['without those left out', '          topics.exclude: ".*-internal"\n', 'orders,returns'],
    [
      'without those left out by the former name',
      '          topics.blacklist: "returns, x"\n',
      'orders,orders-internal',
    ],
    ['none of a pattern that a variable holds', '      topicsPattern: "${env:T}"\n', ''],
    ['none of a pattern that takes none', '      topicsPattern: "x"\n', ''],
  ] as const)
    it(`are ${what}`, () => assert.equal(copied(lines), expected))

  it('have copies under the names that its policy gives them', () => {
    const copies = (lines: string): string => {
      const { db, the } = asked(lines)
      return copiesOf(db, the('m.yaml', 'flow'))
        .map(({ source, copy, by }) => `${by} ${knownValue(source.name)} -> ${knownValue(copy.name)}`)
        .join()
    }
    assert.equal(copies(''), 'mirror orders -> eu.orders')
    assert.equal(
      copies('          replication.policy.class: org.apache.kafka.connect.mirror.IdentityReplicationPolicy\n'),
      'mirror returns -> returns',
    )
    assert.equal(copies('          replication.policy.class: com.example.Own\n'), '')
    assert.equal(copies('          replication.policy.separator: "_"\n'), '')
    assert.equal(copies('      topicsPattern: "returns"\n'), '')
  })

  it('that a sink could not write have the topic of its dead letters', () => {
    const sink = (more: object): string =>
      JSON.stringify({
        name: 's',
        config: {
          'connector.class': 'io.confluent.connect.s3.S3SinkConnector',
          topics: 'orders, none, orders',
          ...more,
        },
      })
    const copies = (more: object): string => {
      const { db, the } = ask({ 's.json': sink(more), ...clusters })
      return copiesOf(db, the('s.json', 'connector'))
        .map(({ source, copy, by }) => `${by} ${knownValue(source.name)} -> ${knownValue(copy.name)}`)
        .join()
    }
    const queue = 'errors.deadletterqueue.topic.name'
    assert.match(copies({ [queue]: 'orders-internal' }), /^dead-letter-queue orders -> orders-internal/)
    assert.equal(copies({ [queue]: 'nowhere' }), '')
    assert.equal(copies({ [queue]: '${env:Q}' }), '')
    assert.equal(copies({}), '')
  })

  it('are named by a list, a pattern, or what is left out of all', () => {
    const { db, the } = ask({
      's.json': JSON.stringify({
        name: 's',
        config: { 'connector.class': 'io.confluent.connect.s3.S3SinkConnector', topics: ' a, ,b' },
      }),
      'm.json': JSON.stringify({
        name: 'm',
        config: { 'connector.class': 'org.apache.kafka.connect.mirror.MirrorSourceConnector', 'topics.exclude': 'x' },
      }),
      'n.json': JSON.stringify({
        name: 'n',
        config: {
          'connector.class': 'org.apache.kafka.connect.mirror.MirrorSourceConnector',
          topics: 'y',
          'topics.blacklist': 'z',
        },
      }),
    })
    const [sink, mirror, other] = ['s.json', 'm.json', 'n.json'].map(path => the(path, 'connector'))
    assert.ok(sink && mirror && other)
    assert.deepEqual(topicsOf(sink), ['a', 'b'])
    assert.equal(copiedBy(db, sink, 'topics'), undefined)
    assert.equal(copiedBy(db, mirror, 'topics')?.state, 'absent')
    assert.equal(copiedBy(db, mirror, 'groups'), undefined)
    const pattern = copiedBy(db, other, 'topics')
    assert.equal(pattern && knownValue(pattern), 'y')
    assert.deepEqual(leftOutBy(mirror.settings, 'topics'), { key: 'topics.exclude', value: 'x' })
    assert.deepEqual(leftOutBy(other.settings, 'topics'), { key: 'topics.blacklist', value: 'z' })
    assert.equal(leftOutBy(other.settings, 'groups'), undefined)
    assert.equal(leftOutBy(undefined, 'topics'), undefined)
  })
})

describe('a pattern of topics of Java’s', () => {
  it('takes the whole of a name', () => {
    assert.deepEqual(
      ['orders', 'orders.*', 'rders', '.*', 'orders|x', '('].map(pattern => takes(pattern, 'orders')),
      [true, true, false, true, true, false],
    )
    assert.deepEqual(['.*', 'a, .+', '*', ' .* ', 'orders.*', ''].map(takesAll), [true, true, true, true, false, false])
  })
})

describe('a topic of another one', () => {
  for (const [topic, main] of [
    ['orders.dlq', 'orders'],
    ['orders-DLT', 'orders'],
    ['orders_dead_letter', 'orders'],
    ['orders.dead-letters', 'orders'],
    ['orders.deadletter', 'orders'],
    ['orders-error', 'orders'],
    ['orders.errors', 'orders'],
    ['orders-retry', 'orders'],
    ['orders-retry-3', 'orders'],
    ['orders.retry10', 'orders'],
    ['app-store-changelog', 'app-store'],
    ['app-x-repartition', 'app-x'],
    ['orders', undefined],
    ['dlq', undefined],
    ['.dlq', undefined],
    ['ordersdlq', undefined],
    ['orders.dlq.v1', undefined],
  ] as const)
    it(`${topic} is ${main === undefined ? 'none' : `of ${main}`}`, () => assert.equal(mainTopicOf(topic), main))
})

describe('a client before a failover', () => {
  const client = (lines: string, more: Texts = {}): Asked =>
    ask({ 'app.properties': `bootstrap.servers=eu-1.shop.example:9092\n${lines}`, ...more })
  it('is mirrored by what copies its cluster, and runs', () => {
    const mirrored = (lines: string): boolean => {
      const { db, the } = client('group.id=g\n', { 'mm2.properties': sides + lines })
      return mirrorBehind(db, the('app.properties', 'client')) !== undefined
    }
    assert.deepEqual([mirrored(there), mirrored(back), mirrored('eu->us.enabled=false\n')], [true, false, false])
    const cluster = strimzi('Kafka', 'eu', '  kafka:\n    config: {}\n')
    const mirror = (address: string): boolean => {
      const { db, the } = ask({
        'app.properties': 'bootstrap.servers=eu-kafka-bootstrap:9092\ngroup.id=g\n',
        'k.yaml': cluster,
        'm.yaml': strimzi(
          'KafkaMirrorMaker2',
          'm',
          `  target: { alias: us, bootstrapServers: us.shop.example:9092 }\n  mirrors:\n    - source: { alias: e, bootstrapServers: ${address} }\n      sourceConnector: {}\n`,
        ),
      })
      return mirrorBehind(db, the('app.properties', 'client')) !== undefined
    }
    assert.deepEqual([mirror('eu-kafka-brokers:9093'), mirror('ap-kafka-bootstrap:9093')], [true, false])
  })

  const unprepared = (lines: string): string[] =>
    unpreparedFor(client(lines).the('app.properties', 'client')).map(({ is, key, value }) => `${is} ${key}=${value}`)
  for (const [lines, expected] of [
    ['', []],
    ['auto.offset.reset=latest\n', ['latest auto.offset.reset=latest']],
    ['auto.offset.reset=earliest\ngroup.id=g\n', []],
    ['group.id=g\n', ['unset auto.offset.reset=']],
    ['group.id=${env:G}\n', []],
    ['auto.offset.reset=${env:R}\ngroup.id=g\n', []],
    ['delivery.timeout.ms=119999\n', ['hasty delivery.timeout.ms=119999']],
    ['delivery.timeout.ms=120000\n', []],
    ['metadata.recovery.strategy=NONE\n', ['sticky metadata.recovery.strategy=NONE']],
    ['metadata.recovery.strategy=rebootstrap\n', []],
  ] as const)
    it(`with ${lines.trim().replace('\n', ' and ') || 'nothing said'} is ${expected.join() || 'prepared'}`, () =>
      assert.deepEqual(unprepared(lines), expected))
})
