import assert from 'node:assert/strict'
import { startEstate, type Estate } from '../../server/src/model/estate.ts'
import { writtenName } from '../../server/src/model/fact.ts'
import type { FileFacts } from '../../server/src/model/file-facts.ts'
import {
  clusterAt,
  clusterBehind,
  clusterOf,
  connectClusterOf,
  poolsOf,
  topicsOn,
  type Link,
} from '../../server/src/model/link.ts'
import {
  accessOn,
  accessPrefixes,
  besideClusters,
  byName,
  clientsIn,
  clusterNamedIn,
  clustersIn,
  clustersInRegion,
  configurationIn,
  connectorsOf,
  everyCluster,
  importersOf,
  isRareAmong,
  mirrorsActingAs,
  mirrorsBetween,
  mirrorsOf,
  mirrorsReading,
  namersOf,
  ofCluster,
  onCluster,
  schemasIn,
  schemasInFolder,
  schemasRegisteredIn,
  servicesOf,
  stacksWith,
  workersOf,
  type Linked,
  type LinkKey,
} from '../../server/src/model/link-key.ts'
import { readFile } from '../../server/src/reader/read-file.ts'
import { toUri } from '../../server/src/text/uri.ts'
import { reviewTexts, root, theLibrary, uriOf } from '../support/fixtures.ts'

const strimzi = (kind: string, name: string, spec: string, labels = ''): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n${labels}spec:\n${spec}`
const of = (cluster: string): string => `  labels:\n    strimzi.io/cluster: ${cluster}\n`
const topic = (name: string, cluster = 'c'): string => strimzi('KafkaTopic', name, '  replicas: 3\n', of(cluster))
const pool = (name: string, cluster = 'c'): string =>
  strimzi('KafkaNodePool', name, '  replicas: 3\n  roles: [broker]\n', of(cluster))
const kafka = (name: string): string => strimzi('Kafka', name, '  kafka:\n    config: {}\n')

type Texts = Readonly<Record<string, string>>
const estateOf = (texts: Texts): Estate =>
  reviewTexts(Object.entries(texts).map(([path, text]) => ({ uri: uriOf(path), text }))).estate

const show = (entity: Linked): string => `${entity.file.slice(root.length)} ${entity.kind} ${writtenName(entity.name)}`

describe('the estate finds', () => {
  const texts: Texts = {
    'k/kafka.yaml': kafka('c'),
    'k/pool.yaml': pool('p'),
    'k/topic.yaml': topic('orders'),
    'k/topic-of-nobody.yaml': strimzi('KafkaTopic', 'lonely', '  replicas: 3\n'),
    'k/connect.yaml': strimzi(
      'KafkaConnect',
      'w',
      '  bootstrapServers: c-kafka-bootstrap:9092,d-kafka-bootstrap:9092,c-kafka-brokers:9092\n',
    ),
    'k/connector.yaml': strimzi('KafkaConnector', 's1', '  class: S3SinkConnector\n  config: {}\n', of('w')),
    'k/user.yaml': strimzi(
      'KafkaUser',
      'u',
      '  authorization:\n    acls:\n      - resource: { type: group, name: g-, patternType: prefix }\n        operations: [Read]\n      - resource: { type: topic, name: orders }\n        operations: [Read]\n',
      of('c'),
    ),
    'k/app.properties': 'bootstrap.servers=c-kafka-bootstrap:9092\ngroup.id=g\n',
    'k/.kafka-review.yaml': 'version: 1\n',
    's/order.proto':
      'syntax = "proto3";\npackage shop.orders;\nimport "common/money.proto";\nmessage Order {\n  string id = 1;\n}\nservice Orders {\n  rpc Get(Order) returns (Order);\n}\n',
    's/money.proto': 'syntax = "proto3";\npackage shop;\nmessage Money {\n  string units = 1;\n}\n',
    's/orders-value.avsc': '{"type":"record","name":"Order","fields":[]}',
    'm/mm2.properties':
      'clusters=a,b\na.bootstrap.servers=kafka-1.shop.de:9092,kafka-2.shop.de:9092\nb.bootstrap.servers=b:9092\na->b.enabled=true\na->b.topics=orders\n',
    'm/mm2.yaml': strimzi(
      'KafkaMirrorMaker2',
      'mm',
      '  target:\n    alias: y\n    bootstrapServers: y:9092\n    authentication:\n      type: plain\n      username: writer\n      passwordSecret: { secretName: s, password: p }\n  mirrors:\n    - source:\n        alias: x\n        bootstrapServers: x:9092\n        authentication:\n          type: plain\n          username: reader\n          passwordSecret: { secretName: s, password: p }\n      topicsPattern: .*\n',
    ),
    't/replicator.tf':
      'resource "aws_msk_replicator" "r" {\n  replicator_name = "r"\n  replication_info_list {\n    source_kafka_cluster_arn = "arn:aws:kafka:eu-central-1:111122223333:cluster/home/7a1b-1"\n    target_kafka_cluster_arn = "arn:aws:kafka:eu-west-1:111122223333:cluster/away/7a1b-2"\n    target_compression_type = "NONE"\n    topic_replication {\n      topics_to_replicate = ["orders"]\n    }\n  }\n}\nresource "aws_glue_schema" "orders" {\n  schema_name = "orders"\n  data_format = "AVRO"\n  compatibility = "BACKWARD"\n  schema_definition = "{\\"type\\":\\"record\\",\\"name\\":\\"Order\\",\\"fields\\":[]}"\n}\n',
    't/main.tf':
      'resource "aws_msk_cluster" "m" {\n  cluster_name = "m"\n  kafka_version = "3.6.0"\n  number_of_broker_nodes = 3\n  broker_node_group_info {\n    instance_type = "x"\n    client_subnets = []\n    security_groups = []\n  }\n}\nprovider "aws" {\n  region = "eu-west-1"\n}\n',
    'd/compose.yaml':
      'services:\n  broker:\n    image: apache/kafka:3.9.0\n    environment:\n      KAFKA_NODE_ID: 1\n      KAFKA_PROCESS_ROLES: broker,controller\n      KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://broker:9092\n  registry:\n    image: confluentinc/cp-schema-registry:7.6.0\n    environment:\n      SCHEMA_REGISTRY_HOST_NAME: registry\n',
  }
  let estate: Estate
  before(() => {
    estate = estateOf(texts)
  })

  const rows: readonly (readonly [what: string, key: LinkKey, found: readonly string[]])[] = [
    ['a topic by its name', byName('topic', 'orders'), ['k/topic.yaml topic orders']],
    ['the topics on a cluster', onCluster('c'), ['k/topic.yaml topic orders']],
    ['nobody on another', onCluster('x'), []],
    ['a cluster by its name', byName('cluster', 'c'), ['k/kafka.yaml cluster c']],
    ['a cluster by its file and name', clusterNamedIn(uriOf('k/kafka.yaml'), 'c'), ['k/kafka.yaml cluster c']],
    ['the clusters of a folder', clustersIn(uriOf('k/')), ['k/kafka.yaml cluster c']],
    ['all clusters', everyCluster, ['d/compose.yaml cluster broker', 'k/kafka.yaml cluster c', 't/main.tf cluster m']],
    ['the clusters of a region', clustersInRegion('eu-west-1'), ['t/main.tf cluster m']],
    ['a cluster by what stands in its stack', stacksWith('registry'), ['d/compose.yaml cluster broker']],
    ['the pools of a cluster', ofCluster('c'), ['k/pool.yaml node-pool p']],
    ['a Connect cluster by its name', byName('connect-cluster', 'w'), ['k/connect.yaml connect-cluster w']],
    ['the workers of a cluster', workersOf('c'), ['k/connect.yaml connect-cluster w']],
    ['the workers of another cluster', workersOf('d'), ['k/connect.yaml connect-cluster w']],
    [
      'the workers of a side of a mirror, by its alias',
      workersOf('a'),
      ['m/mm2.properties connect-cluster a (MirrorMaker 2)'],
    ],
    ['the clients of a folder', clientsIn(uriOf('k/')), ['k/app.properties client app']],
    ['no clients of another folder', clientsIn(uriOf('m/')), []],
    [
      'the schemas of the files of a folder',
      schemasInFolder(uriOf('s/')),
      ['s/money.proto schema money', 's/order.proto schema order', 's/orders-value.avsc schema orders-value'],
    ],
    ['no folder as a file', schemasIn(uriOf('s/')), []],
    ['no file as a folder', schemasInFolder(uriOf('s/order.proto')), []],
    ['the connectors of workers', connectorsOf('w'), ['k/connector.yaml connector s1']],
    ['the rights on a cluster', accessOn('c'), ['k/user.yaml access g-', 'k/user.yaml access orders']],
    ['the prefixes of groups', accessPrefixes, ['k/user.yaml group g-']],
    [
      'what stands beside clusters',
      besideClusters,
      [
        'k/app.properties client app',
        'k/connect.yaml connect-cluster w',
        'k/connector.yaml connector s1',
        'm/mm2.properties connect-cluster a (MirrorMaker 2)',
        'm/mm2.properties connect-cluster b (MirrorMaker 2)',
        'm/mm2.properties flow a->b',
        'm/mm2.yaml flow mm',
        'm/mm2.yaml connect-cluster mm',
        't/replicator.tf flow r',
      ],
    ],
    ['the configuration of a folder', configurationIn(uriOf('k/')), ['k/.kafka-review.yaml configuration 1']],
    ['no configuration of another', configurationIn(uriOf('s/')), []],
    ['the schemas in a file', schemasIn(uriOf('s/order.proto')), ['s/order.proto schema order']],
    ['a schema by its name', byName('schema', 'orders-value'), ['s/orders-value.avsc schema orders-value']],
    [
      'a schema by the name of its file',
      byName('schema', 'orders-value.avsc'),
      ['s/orders-value.avsc schema orders-value'],
    ],
    ['the services of a package', servicesOf('shop.orders'), ['s/order.proto schema order']],
    ['no services of a package without', servicesOf('shop'), []],
    ['who imports a file', importersOf('money.proto'), ['s/order.proto schema order']],
    ['the schemas of a registry in a region', schemasRegisteredIn('eu-west-1'), ['t/replicator.tf schema orders']],
    ['mirrors by their aliases', mirrorsBetween('a', 'b'), ['m/mm2.properties flow a->b']],
    ['no mirrors of the other direction', mirrorsBetween('b', 'a'), []],
    ['mirrors by a host that they read from', mirrorsReading('kafka-2.shop.de'), ['m/mm2.properties flow a->b']],
    ['no mirrors by a host that they write to', mirrorsReading('b'), []],
    ['mirrors by the name in the id of their source', mirrorsOf('home'), ['t/replicator.tf flow r']],
    ['mirrors by the name in the id of their target', mirrorsOf('away'), ['t/replicator.tf flow r']],
    ['no mirrors by an alias that is no id', mirrorsOf('x'), []],
    ['mirrors by the user that they read as', mirrorsActingAs('reader'), ['m/mm2.yaml flow mm']],
    ['mirrors by the user that they write as', mirrorsActingAs('writer'), ['m/mm2.yaml flow mm']],
    [
      'who names a topic',
      namersOf('topic', 'orders'),
      [
        'k/topic.yaml topic orders',
        'k/user.yaml access orders',
        'm/mm2.properties flow a->b',
        's/orders-value.avsc schema orders-value',
        't/replicator.tf flow r',
        't/replicator.tf schema orders',
      ],
    ],
    [
      'who names a cluster',
      namersOf('cluster', 'c'),
      [
        'k/app.properties client app',
        'k/connect.yaml connect-cluster w',
        'k/kafka.yaml cluster c',
        'k/pool.yaml node-pool p',
        'k/topic.yaml topic orders',
        'k/user.yaml access g-',
        'k/user.yaml access orders',
      ],
    ],
    ['who names a group', namersOf('group', 'g'), ['k/app.properties group g']],
  ]
  for (const [what, key, found] of rows) it(what, () => assert.deepEqual(estate.find(key).map(show), found))
})

describe('a reference', () => {
  const linked = <T extends Linked>(link: Link<T>): string => {
    if (link.state === 'linked') return show(link.to)
    return link.state === 'none' ? 'none' : `one of ${link.candidates.map(show).join(', ')}`
  }
  /** The only entity of a kind in a file. */
  const the = <K extends Linked['kind']>(estate: Estate, path: string, kind: K): Extract<Linked, { kind: K }> =>
    estate.entities(uriOf(path)).find((entity): entity is Extract<Linked, { kind: K }> => entity.kind === kind) ??
    assert.fail(`${path} has no ${kind}`)

  it('of topics and pools leads to the nearest cluster of the name', () => {
    const estate = estateOf({
      'a/kafka.yaml': kafka('c'),
      'b/kafka.yaml': kafka('c'),
      'a/topic.yaml': topic('orders'),
      'a/pool.yaml': pool('p'),
      'topic.yaml': topic('parcels'),
      'pool.yaml': pool('q'),
      'a/other.yaml': topic('other', 'd'),
      'a/lonely.yaml': strimzi('KafkaTopic', 'lonely', '  replicas: 3\n'),
    })
    const [a, b] = [the(estate, 'a/kafka.yaml', 'cluster'), the(estate, 'b/kafka.yaml', 'cluster')]
    const leads = (path: string): string => linked(clusterOf(estate, the(estate, path, 'topic')))
    assert.equal(leads('a/topic.yaml'), 'a/kafka.yaml cluster c')
    assert.equal(leads('topic.yaml'), 'one of a/kafka.yaml cluster c, b/kafka.yaml cluster c')
    assert.equal(leads('a/other.yaml'), 'none')
    assert.equal(leads('a/lonely.yaml'), 'none')
    assert.deepEqual(topicsOn(estate, a).map(show), ['a/topic.yaml topic orders'])
    assert.deepEqual(topicsOn(estate, b).map(show), [])
    assert.deepEqual(
      [poolsOf(estate, a).pools.map(show), poolsOf(estate, a).ambiguous],
      [['a/pool.yaml node-pool p'], true],
    )
    assert.deepEqual(poolsOf(estate, b), { pools: [], ambiguous: true })
    const nameless = { ...a, name: { state: 'absent', near: { file: a.file, span: { start: 0, end: 0 } } } } as const
    assert.deepEqual(poolsOf(estate, nameless), { pools: [], ambiguous: true })
    assert.deepEqual(topicsOn(estate, nameless), [])
  })

  it('of pools is certain where there is one cluster', () => {
    const estate = estateOf({ 'kafka.yaml': kafka('c'), 'pool.yaml': pool('p'), 'other.yaml': pool('q', 'd') })
    const { pools, ambiguous } = poolsOf(estate, the(estate, 'kafka.yaml', 'cluster'))
    assert.deepEqual([pools.map(show), ambiguous], [['pool.yaml node-pool p'], false])
  })

  it('of connectors leads to the nearest workers', () => {
    const workers = strimzi('KafkaConnect', 'w', '  bootstrapServers: b:9092\n')
    const connector = (labels = ''): string =>
      strimzi('KafkaConnector', 's1', '  class: S3SinkConnector\n  config: {}\n', labels)
    const estate = estateOf({
      'a/w.yaml': workers,
      'b/w.yaml': workers,
      'b/c.yaml': connector(of('w')),
      'b/lonely.yaml': connector(),
      'b/other.yaml': connector(of('x')),
    })
    const leads = (path: string): string => linked(connectClusterOf(estate, the(estate, path, 'connector')))
    assert.deepEqual(['b/c.yaml', 'b/lonely.yaml', 'b/other.yaml'].map(leads), [
      'b/w.yaml connect-cluster w',
      'none',
      'none',
    ])
  })

  it('by an address leads to the cluster of the operator, in its namespace', () => {
    const inNamespace = (name: string, namespace: string): string =>
      kafka(name).replace('spec:', `  namespace: ${namespace}\nspec:`)
    const estate = estateOf({
      'a/shop.yaml': inNamespace('c', 'shop'),
      'a/bank.yaml': inNamespace('c', 'bank'),
      'a/open.yaml': kafka('d'),
      'compose.yaml':
        'services:\n  broker:\n    image: apache/kafka:3.9.0\n    environment:\n      KAFKA_NODE_ID: 1\n      KAFKA_PROCESS_ROLES: broker,controller\n      KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://broker:9092\n',
    })
    const leads = (bootstrap: string, from: string, namespace?: string): string =>
      linked(
        clusterBehind(
          estate,
          { file: uriOf(from), ...(namespace === undefined ? {} : { namespace }) },
          { state: 'known', value: bootstrap, at: { file: uriOf(from), span: { start: 0, end: 0 } } },
        ),
      )
    const both = 'one of a/bank.yaml cluster c, a/shop.yaml cluster c'
    assert.equal(leads('c-kafka-bootstrap:9092', 'a/x.yaml'), both)
    assert.equal(leads(' c-kafka-bootstrap.shop:9092 ', 'a/x.yaml'), 'a/shop.yaml cluster c')
    assert.equal(leads('c-kafka-bootstrap:9092', 'a/x.yaml', 'bank'), 'a/bank.yaml cluster c')
    assert.equal(leads('c-kafka-bootstrap.shop:9092', 'a/x.yaml', 'bank'), 'a/shop.yaml cluster c')
    assert.equal(leads('d-kafka-bootstrap.any:9092', 'a/x.yaml'), 'a/open.yaml cluster d')
    assert.equal(leads('e-kafka-bootstrap:9092', 'a/x.yaml'), 'none')
    assert.equal(leads('broker:9092', 'compose.yaml'), 'compose.yaml cluster broker')
    assert.equal(leads('broker:9092', 'a/x.yaml'), 'none', 'a name of another file')
    assert.equal(
      linked(
        clusterBehind(
          estate,
          { file: uriOf('a/x.yaml') },
          { state: 'unresolved', at: { file: uriOf('a/x.yaml'), span: { start: 0, end: 1 } }, text: '${X}' },
        ),
      ),
      'none',
    )
  })

  it('of a side of a mirror leads by its address, else by the name in the id of a cloud', () => {
    const estate = estateOf({
      'kafka.yaml': kafka('home'),
      'away.yaml': kafka('away'),
      'mm.yaml': strimzi(
        'KafkaMirrorMaker2',
        'mm',
        '  target:\n    alias: home\n    bootstrapServers: away-kafka-bootstrap:9092\n  mirrors:\n    - source:\n        alias: home\n        bootstrapServers: x:9092\n      topicsPattern: .*\n',
      ),
      'r.tf':
        'resource "aws_msk_replicator" "r" {\n  replicator_name = "r"\n  replication_info_list {\n    source_kafka_cluster_arn = "arn:aws:kafka:eu-central-1:111122223333:cluster/home/7a1b-1"\n    target_kafka_cluster_arn = "arn:aws:kafka:eu-west-1:111122223333:cluster/other/7a1b-2"\n    target_compression_type = "NONE"\n    topic_replication {\n      topics_to_replicate = ["orders"]\n    }\n  }\n}\n',
    })
    const [mirror, replicator] = [the(estate, 'mm.yaml', 'flow'), the(estate, 'r.tf', 'flow')]
    assert.equal(linked(clusterAt(estate, mirror, mirror.target)), 'away.yaml cluster away')
    assert.equal(linked(clusterAt(estate, mirror, mirror.source)), 'none', 'an alias is no name')
    assert.equal(linked(clusterAt(estate, replicator, replicator.source)), 'kafka.yaml cluster home')
    assert.equal(linked(clusterAt(estate, replicator, replicator.target)), 'none')
  })
})

describe('an estate that files come and go in', () => {
  const [a, b, reader] = [uriOf('a.yaml'), uriOf('b.yaml'), uriOf('reader.yaml')]
  const facts = (file: typeof a, text: string): FileFacts => readFile(file, text)?.facts ?? assert.fail('not read')

  it('knows the innermost folder that is open around a file, in whatever order they are', () => {
    const folders = ['', 'a/', 'a/b/', 'ab/'].map(path => uriOf(path))
    for (const open of [folders, [...folders].reverse()]) {
      const { rootOf } = startEstate(() => open, theLibrary().knowledge.topicPlaces)
      for (const [path, folder] of [
        ['x.yaml', ''],
        ['a/x.yaml', 'a/'],
        ['a/b/x.yaml', 'a/b/'],
        ['a/b/c/x.yaml', 'a/b/'],
        ['ab/x.yaml', 'ab/'],
        ['abc/x.yaml', ''],
      ] as const)
        assert.equal(rootOf(uriOf(path)), uriOf(folder), path)
      assert.equal(rootOf(toUri('file:///elsewhere/x.yaml')), undefined)
    }
  })

  it('tells the names of the topics on a cluster, and who has asked for no more than these is left alone where something else of them changes', () => {
    const estate = startEstate(() => [], theLibrary().knowledge.topicPlaces)
    estate.put(a, facts(a, `${topic('orders')}---\n${topic('elsewhere', 'd')}`))
    const names = (): string[] => estate.topicNames('c').map(({ name }) => name)
    let found: string[] = []
    estate.observe(reader, () => {
      found = names()
    })
    assert.deepEqual(found, ['orders'])
    assert.deepEqual([...estate.put(a, facts(a, topic('orders').replace('replicas: 3', 'replicas: 4')))], [a])
    assert.deepEqual([...estate.put(a, facts(a, topic('parcels')))], [a, reader])
    assert.deepEqual(names(), ['parcels'])
    estate.put(a, undefined)
    assert.deepEqual(names(), [])
    assert.deepEqual(estate.entities(a), [])
  })

  it('asks a question again when what it looks up changes, and tells who rests on it only when its answer does', () => {
    const estate = startEstate(() => [], [])
    let asked = 0
    const isThere = (): boolean => {
      asked += 1
      return estate.find(byName('topic', 'orders')).length > 0
    }
    const ask = (): boolean => estate.observe(reader, () => estate.whether(isRareAmong(uriOf('s/')), isThere))
    const turnedBy = (text: string | undefined): [string[], string[]] => [
      [...estate.put(a, text === undefined ? undefined : facts(a, text))],
      [...estate.turned()],
    ]
    assert.deepEqual([ask(), ask(), asked], [false, false, 1])
    assert.deepEqual([turnedBy(topic('parcels')), asked], [[[a], []], 1], 'it did not look these up')
    assert.deepEqual([turnedBy(topic('orders')), asked], [[[a], [reader]], 2])
    assert.deepEqual([turnedBy(`${topic('orders')}---\n${topic('orders')}`), asked], [[[a], []], 3], 'as before')
    assert.deepEqual([ask(), asked], [true, 3])
    estate.put(a, undefined)
    assert.deepEqual([ask(), asked], [false, 4], 'who comes first asks it again')
    assert.deepEqual([[...estate.turned()], [...estate.turned()]], [[reader], []], 'once')
    estate.observe(reader, () => undefined)
    assert.deepEqual([turnedBy(topic('orders')), asked], [[[a], []], 4], 'nobody rests on it any more')
    assert.deepEqual([turnedBy(topic('parcels')), asked], [[[a], []], 4], 'so it is forgotten')
    assert.deepEqual([ask(), asked], [false, 5])
  })

  it('tells who has asked for what is found otherwise now', () => {
    const estate = startEstate(() => [], theLibrary().knowledge.topicPlaces)
    const touched = (text: string | undefined): string[] => [
      ...estate.put(a, text === undefined ? undefined : facts(a, text)),
    ]
    const ask = (...names: readonly string[]): void =>
      estate.observe(reader, () => {
        for (const name of names) estate.find(byName('topic', name))
      })
    ask('orders')
    assert.deepEqual(touched(topic('parcels')), [a], 'nobody has asked for parcels')
    assert.deepEqual(touched(topic('orders')), [a, reader], 'that nobody had')
    assert.deepEqual(touched(topic('orders')), [], 'the same once more')
    ask('parcels')
    assert.deepEqual(touched(topic('returns')), [a], 'nobody asks for orders any more')
    estate.observeMore(reader, () => estate.find(byName('topic', 'orders')))
    assert.deepEqual(touched(topic('orders')), [a, reader])
    assert.deepEqual(touched(topic('parcels')), [a, reader])
    assert.deepEqual(touched(undefined), [a, reader])
    assert.deepEqual([...estate.put(reader, undefined)], [reader])
    assert.deepEqual(touched(topic('parcels')), [a], 'a file that went asks for nothing')
  })

  it('notes what was asked within for each, also where one has thrown', () => {
    const estate = startEstate(() => [], [])
    estate.observe(reader, () => {
      assert.throws(() => estate.observe(b, () => assert.fail('a rule')))
      estate.find(byName('topic', 'orders'))
    })
    estate.find(byName('topic', 'parcels'))
    assert.deepEqual([...estate.put(a, facts(a, topic('orders')))], [a, reader])
    assert.deepEqual([...estate.put(a, facts(a, topic('parcels')))], [a, reader])
    assert.deepEqual([...estate.put(a, facts(a, topic('more')))], [a])
  })

  it('holds what its files say at the moment, in their order', () => {
    const estate = startEstate(() => [], [])
    const found = (name: string): string[] => estate.find(byName('topic', name)).map(show)
    estate.put(b, facts(b, `${topic('orders', 'one')}---\n${topic('orders', 'two')}`))
    assert.deepEqual(found('orders'), ['b.yaml topic orders', 'b.yaml topic orders'])
    estate.put(a, facts(a, topic('orders')))
    assert.deepEqual(found('orders'), ['a.yaml topic orders', 'b.yaml topic orders', 'b.yaml topic orders'])
    assert.deepEqual([...estate.files()], [b, a])
    assert.equal(estate.facts(a)?.entities, estate.entities(a))
    assert.equal(estate.entities(a).length, 1)
    estate.put(b, facts(b, topic('parcels')))
    assert.deepEqual([found('orders'), found('parcels')], [['a.yaml topic orders'], ['b.yaml topic parcels']])
    estate.put(a, undefined)
    assert.deepEqual([found('orders'), found('parcels')], [[], ['b.yaml topic parcels']])
    assert.deepEqual([estate.facts(a), estate.entities(a), [...estate.files()]], [undefined, [], [b]])
    estate.put(b, undefined)
    assert.deepEqual(found('parcels'), [])
  })

  it('takes over what says the same', () => {
    const estate = startEstate(() => [], [])
    estate.put(a, facts(a, `${topic('orders')}---\n${topic('parcels')}`))
    const before = estate.entities(a)
    estate.put(a, facts(a, `${topic('orders')}---\n${topic('returns')}`))
    assert.equal(estate.entities(a)[0], before[0])
    assert.notEqual(estate.entities(a)[1], before[1])
  })

  it('knows the secrets of all its files, and forgets those of files that went', () => {
    let secretsOfA = ['hunter22']
    const estate = startEstate(
      () => [],
      [],
      ({ entities }) => (entities[0]?.file === a ? secretsOfA : ['tops3cret']),
    )
    const struck = (): string => estate.secrets.struckFrom('hunter22 tops3cret other555')
    assert.equal(struck(), 'hunter22 tops3cret other555')
    estate.put(a, facts(a, topic('one')))
    assert.equal(struck(), '*** tops3cret other555')
    estate.put(b, facts(b, topic('two')))
    assert.equal(struck(), '*** *** other555')
    const known = estate.secrets
    estate.put(a, facts(a, topic('three')))
    assert.equal(estate.secrets, known, 'nothing new')
    secretsOfA = ['other555']
    estate.put(a, facts(a, topic('four')))
    assert.equal(struck(), 'hunter22 *** ***')
    secretsOfA = ['other555', 'hunter22']
    estate.put(a, facts(a, topic('five')))
    assert.equal(struck(), '*** *** ***')
    estate.put(b, undefined)
    assert.equal(struck(), '*** tops3cret ***')
  })
})
