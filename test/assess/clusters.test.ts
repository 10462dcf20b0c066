import assert from 'node:assert/strict'
import { brokersOf, controllersOf, spreadOverZones } from '../../server/src/assess/brokers.ts'
import { diskOf, isSmaller } from '../../server/src/assess/capacity.ts'
import {
  areHeedless,
  behaves,
  circumstancesOf,
  engineAt,
  engineOf,
  ignores,
  inForceAt,
  isBefore,
  notYetIn,
} from '../../server/src/assess/engine.ts'
import type { Peer } from '../../server/src/model/entities.ts'
import { theLibrary } from '../support/fixtures.ts'
import { ask, strimzi, type Texts } from '../support/asking.ts'

const kafka = (spec = '    config: {}\n', name = 'c'): string => strimzi('Kafka', name, `  kafka:\n${spec}`)
const pool = (name: string, roles: string, replicas: string | number, more = ''): string =>
  strimzi('KafkaNodePool', name, `  replicas: ${replicas}\n  roles: ${roles}\n${more}`, 'c')
const topic = (settings = ''): string => strimzi('KafkaTopic', 't', `  replicas: 3\n${settings}`, 'c')

describe('brokers and controllers', () => {
  const counts = (texts: Texts): (number | undefined)[] => {
    const { db, the } = ask(texts)
    const cluster = the('k.yaml', 'cluster')
    return [brokersOf(db, cluster)?.count, controllersOf(db, cluster)?.count]
  }
  for (const [what, texts, expected] of [
    [
      'are those of all pools with the role',
      {
        'a.yaml': pool('a', '[broker]', 2),
        'b.yaml': pool('b', '[broker, controller]', 3),
        'd.yaml': pool('d', '[controller]', 5),
      },
      [5, 8],
    ],
    ['are none of pools without the role', { 'a.yaml': pool('a', '[controller]', 3) }, [undefined, 3]],
    [
      'are not known where a pool does not tell how many',
      { 'a.yaml': pool('a', '[broker]', 2), 'b.yaml': pool('b', '[broker]', '"{{ .Values.n }}"') },
      [undefined, undefined],
    ],
    [
      'are known where only another pool does not tell',
      { 'a.yaml': pool('a', '[broker]', 2), 'b.yaml': pool('b', '[controller]', '"{{ .Values.n }}"') },
      [2, undefined],
    ],
    [
      'are not known where a pool does not tell its role',
      { 'a.yaml': pool('a', '[broker]', 2), 'b.yaml': pool('b', '"{{ .Values.roles }}"', 3) },
      [undefined, undefined],
    ],
    ['are not known where there is neither pool nor number', {}, [undefined, undefined]],
  ] as const)
    it(what, () => assert.deepEqual(counts({ 'k.yaml': kafka(), ...texts }), expected))

  it('are those that a cluster counts itself where it has no pools', () => {
    assert.deepEqual(counts({ 'k.yaml': kafka('    replicas: 4\n') }), [4, undefined])
  })

  it('are not known where a pool may be of another cluster', () => {
    const texts = { 'a/k.yaml': kafka(), 'b/k.yaml': kafka(), 'p.yaml': pool('a', '[broker]', 2) }
    const { db, the } = ask(texts)
    assert.equal(brokersOf(db, the('a/k.yaml', 'cluster')), undefined)
    assert.equal(brokersOf(db, the('p.yaml', 'node-pool')), undefined)
  })

  it('of a pool are those of its cluster, with all places', () => {
    const { db, the } = ask({
      'k.yaml': kafka(),
      'a.yaml': pool('a', '[broker]', 2),
      'b.yaml': pool('b', '[broker]', 3),
    })
    const brokers = brokersOf(db, the('a.yaml', 'node-pool'))
    assert.deepEqual([brokers?.count, brokers?.places.length, brokers?.cluster], [5, 2, the('k.yaml', 'cluster')])
    assert.equal(controllersOf(db, the('a.yaml', 'node-pool')), undefined)
  })

  it('are spread over zones by what spreads their pods, unless racks tell Kafka of them', () => {
    const spread =
      '  template:\n    pod:\n      topologySpreadConstraints:\n        - topologyKey: topology.kubernetes.io/zone\n          maxSkew: 1\n          whenUnsatisfiable: DoNotSchedule\n          labelSelector: {}\n'
    const of = (cluster: string, pools: Texts): string | undefined => {
      const { db, the } = ask({ 'k.yaml': cluster, ...pools })
      return spreadOverZones(db, the('k.yaml', 'cluster'))?.value
    }
    const racks = kafka('    config: {}\n    rack:\n      topologyKey: topology.kubernetes.io/zone\n')
    assert.equal(of(kafka(), { 'p.yaml': pool('p', '[broker]', 3, spread) }), 'topology.kubernetes.io/zone')
    assert.equal(of(kafka(), { 'p.yaml': pool('p', '[controller]', 3, spread) }), undefined)
    assert.equal(of(kafka(), { 'p.yaml': pool('p', '[broker]', 3) }), undefined)
    assert.equal(of(racks, { 'p.yaml': pool('p', '[broker]', 3, spread) }), undefined)
  })
})

describe('a machine is smaller', () => {
  for (const [small, large] of [
    ['kafka.m5.large', 'kafka.m5.xlarge'],
    ['kafka.m5.xlarge', 'kafka.m5.2xlarge'],
    ['kafka.m5.2xlarge', 'kafka.m5.4xlarge'],
    ['kafka.m5.9xlarge', 'kafka.m5.12xlarge'],
    ['kafka.t3.nano', 'kafka.t3.micro'],
    ['kafka.t3.micro', 'kafka.t3.small'],
    ['kafka.t3.small', 'kafka.t3.medium'],
    ['kafka.t3.medium', 'kafka.t3.large'],
    ['business-4', 'business-8'],
    ['business-8', 'business-16'],
    ['1 CKU', '2 CKU'],
    ['2 CKU', '10 CKU'],
  ] as const)
    it(`${small} than ${large}`, () =>
      assert.deepEqual([isSmaller(small, large), isSmaller(large, small)], [true, false]))
  for (const [one, other] of [
    ['kafka.m5.large', 'kafka.m5.large'],
    ['kafka.m5.large', 'kafka.m7g.xlarge'],
    ['business-4', 'premium-8'],
    ['1 CKU', 'business-8'],
    ['large', 'xlarge'],
    ['kafka.m5.huge', 'kafka.m5.xlarge'],
    ['1 ECKU', '2 ECKU'],
    [`${'k'.repeat(70)}.large`, `${'k'.repeat(70)}.xlarge`],
    ['kafka.m5.large!', 'kafka.m5.xlarge!'],
  ] as const)
    it(`neither of ${one.slice(0, 20)} and ${other.slice(0, 20)}`, () =>
      assert.deepEqual([isSmaller(one, other), isSmaller(other, one)], [false, false]))
})

describe('the disk of each broker', () => {
  const storage = (size: string | number): string => `  storage:\n    type: persistent-claim\n    size: ${size}\n`
  const bytes = (texts: Texts): number | undefined => {
    const { db, the } = ask({ 'k.yaml': kafka(), ...texts })
    return diskOf(db, the('k.yaml', 'cluster'))?.bytes
  }
  for (const [size, expected] of [
    ['100', 100],
    ['5M', 5_000_000],
    ['5Mi', 5_242_880],
    ['5G', 5_000_000_000],
    ['100Gi', 107_374_182_400],
    ['2T', 2_000_000_000_000],
    ['1Ti', 1_099_511_627_776],
    ['1.5Gi', 1_610_612_736],
    ['" 1Gi "', 1_073_741_824],
    ['5Ki', undefined],
    ['big', undefined],
    ['5GB', undefined],
    ['"{{ .Values.size }}"', undefined],
  ] as const)
    it(`of ${size} is ${expected ?? 'not known'}`, () =>
      assert.equal(bytes({ 'p.yaml': pool('p', '[broker]', 3, storage(size)) }), expected))

  const jbod = (...sizes: readonly string[]): string =>
    `  storage:\n    type: jbod\n    volumes:\n${sizes.map((size, id) => `      - { id: ${id}, type: persistent-claim, size: ${size} }\n`).join('')}`
  for (const [what, texts, expected] of [
    [
      'is that of all where they are alike',
      { 'p.yaml': pool('p', '[broker]', 3, storage('1Mi')), 'q.yaml': pool('q', '[broker]', 3, storage('1Mi')) },
      1_048_576,
    ],
    [
      'is not known where they differ',
      { 'p.yaml': pool('p', '[broker]', 3, storage('1Mi')), 'q.yaml': pool('q', '[broker]', 3, storage('2Mi')) },
      undefined,
    ],
    [
      'is not known where one does not tell',
      { 'p.yaml': pool('p', '[broker]', 3, storage('1Mi')), 'q.yaml': pool('q', '[broker]', 3) },
      undefined,
    ],
    [
      'is none of controllers',
      { 'p.yaml': pool('p', '[broker]', 3, storage('1Mi')), 'q.yaml': pool('q', '[controller]', 3, storage('2Mi')) },
      1_048_576,
    ],
    ['is the only one of several that could be', { 'p.yaml': pool('p', '[broker]', 3, jbod('1Mi')) }, 1_048_576],
    ['is not one of several', { 'p.yaml': pool('p', '[broker]', 3, jbod('1Mi', '1Mi')) }, undefined],
    [
      'is that of the cluster where it has no pools',
      { 'k.yaml': kafka('    storage:\n      type: persistent-claim\n      size: 1Mi\n') },
      1_048_576,
    ],
    ['is not known where nobody tells', {}, undefined],
  ] as const)
    it(what, () => assert.equal(bytes(texts), expected))
})

describe('a version', () => {
  for (const [version, other, expected] of [
    ['3.6', '3.7', true],
    ['3.9', '3.10', true],
    ['3.10', '3.9', false],
    ['3.7', '3.7', false],
    ['3.7.0', '3.7.1', false],
    ['2.8', '3.0', true],
    ['3.0', '2.8', false],
    ['3', '3.1', true],
    ['3.1', '3', false],
    ['x', '3.1', false],
    ['3.1', 'x', false],
  ] as const)
    it(`${version} is ${expected ? '' : 'not '}before ${other}`, () => assert.equal(isBefore(version, other), expected))

  it('tells whether Kafka behaves so already, where it is one', () => {
    for (const [version, expected] of [
      ['3.6.2', false],
      ['3.7', true],
      ['4.0.0', true],
      ['latest', undefined],
      ['3', undefined],
      [undefined, undefined],
    ] as const)
      assert.equal(behaves(theLibrary(), 'smaller-of-both', version), expected, version)
    assert.equal(behaves(theLibrary(), 'no-such-change', '4.0'), undefined)
  })

  it('tells which settings are not there yet', () => {
    const late = (version: string): unknown => {
      const { db, the } = ask({ 'k.yaml': kafka(`    version: ${version}\n    config: {}\n`), 't.yaml': topic() })
      const keys = ['cleanup.policy', 'max.compaction.lag.ms']
      assert.deepEqual(notYetIn(db, the('t.yaml', 'topic'), keys), notYetIn(db, the('k.yaml', 'cluster'), keys))
      return notYetIn(db, the('k.yaml', 'cluster'), keys)
    }
    assert.deepEqual(late('2.2.1'), { key: 'max.compaction.lag.ms', from: '2.3', version: '2.2.1' })
    assert.equal(late('2.3.0'), undefined)
    assert.equal(late('latest'), undefined)
    assert.equal(late('"{{ .Values.v }}"'), undefined)
    const { db, the } = ask({ 't.yaml': topic() })
    assert.equal(notYetIn(db, the('t.yaml', 'topic'), ['max.compaction.lag.ms']), undefined, 'of no cluster')
  })
})

describe('an engine', () => {
  const peer = (bootstrap: Peer['bootstrap']): Peer => ({ bootstrap }) as Peer
  const span = { file: 'file:///a' as never, span: { start: 0, end: 0 } }
  const known = (value: string): Peer => peer({ state: 'known', value, at: span })

  it('is told by addresses, also where another tool fills in the rest', () => {
    for (const [bootstrap, id] of [
      ['pkc-1.eu-central-1.aws.confluent.cloud:9092', 'confluent-cloud'],
      ['a:9092,pkc-1.eu-central-1.aws.confluent.cloud:9092', 'confluent-cloud'],
      ['shop.servicebus.windows.net:9093', 'event-hubs'],
      ['boot-1.c1.kafka-serverless.eu-west-1.amazonaws.com:9098', 'msk-serverless'],
      ['kafka:9092', undefined],
      ['confluent.cloud.example.com:9092', undefined],
    ] as const)
      assert.equal(engineAt(theLibrary(), known(bootstrap))?.id, id, bootstrap)
    assert.equal(
      engineAt(theLibrary(), peer({ state: 'unresolved', at: span, text: '${NS}.servicebus.windows.net:9093' }))?.id,
      'event-hubs',
    )
    assert.equal(engineAt(theLibrary(), peer({ state: 'absent', near: span })), undefined)
  })

  it('heeds a setting where one of its addresses is that of another', () => {
    const hub = known('shop.servicebus.windows.net:9093')
    const oracle = known('cell-1.streaming.eu-frankfurt-1.oci.oraclecloud.com:9092')
    const heedless = (peers: readonly Peer[], key: string): boolean => areHeedless(theLibrary(), peers, key)
    assert.equal(heedless([oracle], 'enable.idempotence'), true)
    assert.equal(heedless([oracle], 'producer.enable.idempotence'), true)
    assert.equal(heedless([oracle], 'notenable.idempotence'), false)
    assert.equal(heedless([oracle], 'acks'), false)
    assert.equal(heedless([oracle, hub], 'enable.idempotence'), false)
    assert.equal(heedless([oracle, oracle], 'enable.idempotence'), true)
    assert.equal(heedless([], 'enable.idempotence'), false)
  })

  it('of a topic is that of its cluster, where its own format does not tell it', () => {
    const { db, the } = ask({
      'k.yaml': kafka(),
      't.yaml': topic(),
      'lonely.yaml': strimzi('KafkaTopic', 't', '  replicas: 3\n', 'nobody'),
      'aiven.yaml':
        'apiVersion: aiven.io/v1alpha1\nkind: KafkaTopic\nmetadata:\n  name: t\nspec:\n  project: p\n  serviceName: s\n  partitions: 1\n  replication: 3\n',
      'compose.yaml':
        'services:\n  k:\n    image: apache/kafka:${V}\n    environment:\n      KAFKA_PROCESS_ROLES: broker\n      KAFKA_NODE_ID: 1\n      KAFKA_MIN_INSYNC_REPLICAS: 3\n',
    })
    const of = (path: string): string | undefined => engineOf(db, the(path, 'topic'))?.id
    assert.deepEqual(['t.yaml', 'lonely.yaml', 'aiven.yaml'].map(of), ['strimzi', undefined, 'aiven'])
    assert.equal(ignores(db, the('t.yaml', 'topic'), 'super.users'), true)
    assert.equal(ignores(db, the('t.yaml', 'topic'), 'min.insync.replicas'), false)
    assert.equal(ignores(db, the('lonely.yaml', 'topic'), 'super.users'), false)
    const strimziCluster = the('k.yaml', 'cluster')
    assert.deepEqual(
      ['min.insync.replicas', 'super.users', 'no.such.setting', 'auto.create.topics.enable'].map(key =>
        inForceAt(db, strimziCluster, key),
      ),
      ['1', undefined, undefined, 'true'],
    )
    assert.equal(inForceAt(db, the('compose.yaml', 'cluster'), 'min.insync.replicas'), '3')
    assert.equal(circumstancesOf(db, strimziCluster)?.tiered, false)
  })
})
