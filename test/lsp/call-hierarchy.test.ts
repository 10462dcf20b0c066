import assert from 'node:assert/strict'
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Hover,
  Position,
} from 'vscode-languageserver'
import { pulling, startClient, type TestClient } from '../support/client.ts'
import { assertGolden } from '../support/golden.ts'
import { positionOf, shop } from '../support/places.ts'

describe('data flow as a call hierarchy', () => {
  let client: TestClient
  beforeEach(async () => {
    const configuration = 'version: 1\ngroups:\n  aliases:\n    cg-5: reminders\n'
    client = await startClient({ ...shop, '.kafka-review.yaml': configuration }, pulling)
  })
  afterEach(() => client.end())

  const prepare = async (path: string, piece: string, nth = 0): Promise<CallHierarchyItem> => {
    const items = await client.connection.sendRequest<CallHierarchyItem[] | null>('textDocument/prepareCallHierarchy', {
      textDocument: { uri: client.uri(path) },
      position: positionOf(shop[path] ?? '', piece, nth),
    })
    assert.equal(items?.length, 1, `${piece} in ${path}`)
    return (items as [CallHierarchyItem])[0]
  }
  const show = ({ name, detail }: CallHierarchyItem): string => `${name} (${detail})`
  const incoming = async (item: CallHierarchyItem): Promise<CallHierarchyItem[]> =>
    (await client.connection.sendRequest<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item })).map(
      ({ from }) => from,
    )
  const outgoing = async (item: CallHierarchyItem): Promise<CallHierarchyItem[]> =>
    (await client.connection.sendRequest<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item })).map(
      ({ to }) => to,
    )

  const receivers = [
    's-17 (sink · Amazon S3 · US · covered only if in scope · Amazon)',
    'erp (sink · HTTP endpoint · country unknown · Amazon (subject to US law))',
    'standby (mirror · Apache Kafka · GB · adequate · Amazon)',
    'cg-5 (group · reminders)',
  ]

  it('leads from a topic to who takes records out, with the country, and to who brings them in', async () => {
    const topic = await prepare('kafka/topics.yaml', 'orders')
    assert.equal(show(topic), 'orders (topic · e-mail address)')
    assert.deepEqual((await outgoing(topic)).map(show), receivers)
    assert.deepEqual((await incoming(topic)).map(show), ['web (source)'])
    assert.deepEqual((await incoming(await prepare('kafka/topics.yaml', 'returns'))).map(show), [
      'svc-7 (client)',
      'tables (source)',
    ])
  })

  it('is the same from wherever the topic is named', async () => {
    for (const path of [
      'connectors/archive.json',
      'connectors/erp.properties',
      'kafka/users.yaml',
      'kafka/mirror.yaml',
    ])
      assert.deepEqual((await outgoing(await prepare(path, 'orders'))).map(show), receivers)
  })

  it('begins with a field of a schema and ends in a country', async () => {
    const path: string[] = []
    let item: CallHierarchyItem | undefined = await prepare('schemas/orders-value.avsc', 'email')
    while (item) {
      path.push(show(item))
      item = (await outgoing(item))[0]
    }
    assert.deepEqual(path, [
      'email (field of Order, e-mail address)',
      'orders (topic · e-mail address)',
      's-17 (sink · Amazon S3 · US · covered only if in scope · Amazon)',
      'Amazon S3 (US · covered only if in scope · Amazon)',
    ])
    assert.deepEqual(
      (await outgoing(await prepare('schemas/orders-value.avsc', 'Order'))).map(({ name }) => name),
      ['orders'],
    )
  })

  it('leads back from a sink, a group and a mirror to their topics', async () => {
    const names = async (path: string, piece: string): Promise<string[]> =>
      (await incoming(await prepare(path, piece))).map(({ name }) => name)
    assert.deepEqual(await names('connectors/archive.json', 's-17'), ['returns', 'orders'])
    assert.deepEqual(await names('kafka/users.yaml', 'cg-5'), ['orders'])
    assert.deepEqual(await names('kafka/mirror.yaml', 'standby'), ['orders', 'returns'])
    assert.deepEqual(
      (await outgoing(await prepare('connectors/web.json', 'web'))).map(({ name }) => name),
      ['orders'],
    )
  })

  it('shows the calls where the topic is named', async () => {
    const topic = await prepare('kafka/topics.yaml', 'orders')
    const calls = await client.connection.sendRequest<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', {
      item: topic,
    })
    assert.deepEqual(
      calls[0]?.fromRanges.map(({ start }) => start.character),
      [(shop['connectors/web.json'] ?? '').indexOf('orders')],
    )
    assert.equal(
      await client.connection.sendRequest('textDocument/prepareCallHierarchy', {
        textDocument: { uri: client.uri('kafka/topics.yaml') },
        position: { line: 0, character: 0 },
      }),
      null,
    )
  })

  it('says on hover what a topic holds and where it goes', async () => {
    await prepare('kafka/topics.yaml', 'orders')
    const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri: client.uri('connectors/archive.json') },
      position: positionOf(shop['connectors/archive.json'] ?? '', 'orders'),
    })
    const text = hover && typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : ''
    assert.deepEqual(
      text.split('\n').filter(line => line !== ''),
      [
        '**Topic orders** on cluster shop',
        '**Personal data**',
        '- e-mail address: `email`',
        '**Produced by**',
        '- source web',
        '**Consumed by**',
        ...receivers.map(receiver => `- ${receiver.replace(/^(\S+) \(([^ ]+) · (.*)\)$/, '$2 $1: $3')}`),
      ],
    )
  })
})

/** Every kind of station, and what makes each of them doubtful: a topic declared twice, in no file, by prefix; whoever has no name; copies on another cluster. */
const stations: Readonly<Record<string, string>> = {
  ...shop,
  'kafka/prefixes.yaml': kafkaUser('svc-8', [
    ['topic', 'orders', 'Read'],
    ['group', 'team-', 'Read', 'prefix'],
    ['group', 'team-b', 'Read'],
    ['topic', 'nobodys', 'All'],
    ['topic', 'twice', 'Write'],
  ]),
  'kafka/twice.yaml': ['shop', 'standby'].map(cluster => kafkaTopic('twice', cluster)).join('---\n'),
  'kafka/copies.yaml': `${kafkaTopic('shop.orders', 'standby')}---
apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata:
  name: standby
spec:
  kafka:
    config: {}
`,
  'kafka/back.properties':
    'clusters=standby,shop\nstandby.bootstrap.servers=standby-kafka-bootstrap:9092\nshop.bootstrap.servers=shop-kafka-bootstrap:9092\nshop->standby.enabled=true\nshop->standby.topics=orders\n',
  'connectors/nameless.properties':
    'connector.class=io.confluent.connect.s3.S3SinkConnector\ntopics=orders,nobodys\ns3.region=eu-central-1\n',
  'connectors/regex.json':
    '{"name": "all-r", "config": {"connector.class": "io.confluent.connect.elasticsearch.ElasticsearchSinkConnector", "topics.regex": "r.*", "connection.url": "https://search.internal:9200", "errors.deadletterqueue.topic.name": "letters"}}\n',
  'connectors/copy.json':
    '{"name": "copy", "config": {"connector.class": "org.apache.kafka.connect.mirror.MirrorSourceConnector", "source.cluster.alias": "shop", "target.cluster.alias": "far", "topics": "orders", "target.cluster.bootstrap.servers": "b-1.far.a1b2c3.c4.kafka.ap-south-1.amazonaws.com:9094"}}\n',
  'connectors/unknown.json': '{"name": "odd", "config": {"connector.class": "org.example.Odd", "topics": "orders"}}\n',
  'apps/app.yml':
    'spring:\n  kafka:\n    bootstrap-servers: shop-kafka-bootstrap:9092\n    consumer:\n      group-id: cg-9\n    template:\n      default-topic: orders\n',
  'schemas/returns.avsc':
    '{"type": "record", "name": "Return", "fields": [\n  {"name": "reason", "type": "string"},\n  {"name": "diagnosis", "type": "string"},\n  {"name": "who", "type": {"type": "record", "name": "Customer", "fields": [{"name": "phone", "type": "string"}]}}\n]}\n',
  'schemas/declared.avsc':
    '{"type": "record", "name": "Declared", "fields": [{"name": "first_name", "type": "string"}]}\n',
  'schemas/nobodys-value.avsc': '{"type": "record", "name": "Nobody", "fields": [{"name": "id", "type": "long"}]}\n',
  'schemas/stray.avsc': '{"type": "record", "name": "Stray", "fields": [{"name": "email", "type": "string"}]}\n',
  '.kafka-review.yaml':
    'version: 1\ngroups:\n  aliases:\n    cg-9: billing\ntopics:\n  - match: "shop.*"\n    schema: schemas/declared.avsc\n  - match: twice\n    schema: schemas/declared.avsc\n',
}

describe('the call hierarchy of a workspace', () => {
  let client: TestClient
  before(async () => {
    client = await startClient(stations)
  })
  after(() => client.end())

  it('has the stations at each word that has one, and those before and behind it, with the places that name them', async () => {
    const place = (uri: string, { start, end }: CallHierarchyItem['range']): string =>
      `${decodeURIComponent(uri.slice(client.uri('').length)).replace(/^\//, '')}:${start.line + 1}:${start.character + 1}-${end.character + 1}`
    const show = ({ name, kind, detail, uri, range }: CallHierarchyItem): string =>
      `${name} [${kind}] ${detail} @ ${place(uri, range)}`
    const ask = <T>(method: string, params: object): Promise<T> => client.connection.sendRequest<T>(method, params)
    const lines: string[] = []
    const known = new Set<string>()
    const follow = async (item: CallHierarchyItem): Promise<void> => {
      if (known.size === known.add(show(item)).size) return
      const into = await ask<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item })
      const out = await ask<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item })
      lines.push(
        show(item),
        ...into.map(({ from, fromRanges }) => `  < ${show(from)} ${fromRanges.map(one => place('', one)).join(' ')}`),
        ...out.map(({ to, fromRanges }) => `  > ${show(to)} ${fromRanges.map(one => place('', one)).join(' ')}`),
      )
      for (const next of [...into.map(({ from }) => from), ...out.map(({ to }) => to)]) await follow(next)
    }
    for (const [path, text] of Object.entries(stations)) {
      const found: string[] = []
      for (const { piece, isEnd, position } of wordsOf(text)) {
        const params = { textDocument: { uri: client.uri(path) }, position }
        for (const item of (await ask<CallHierarchyItem[] | null>('textDocument/prepareCallHierarchy', params)) ?? []) {
          if (!isEnd) found.push(`  ${piece} @ ${position.line + 1}: ${show(item)}`)
          await follow(item)
        }
      }
      lines.push(path, ...found)
    }
    assertGolden('test/lsp/replies/stations.golden.txt', `${lines.join('\n')}\n`)
  })

  it('says on hover at each word what is known of it, from its beginning to its end', async () => {
    const told = new Map<string, string[]>()
    for (const [path, text] of Object.entries(stations))
      for (const word of wordsOf(text)) {
        const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', {
          textDocument: { uri: client.uri(path) },
          position: word.position,
        })
        const [value, range] = hoverText(hover)
        if (value !== '') told.set(value, [...(told.get(value) ?? []), `${path} ${spotOf(word)}, ${range}`])
      }
    const lines = [...told].flatMap(([value, spots]) => [
      ...spots,
      ...value.split('\n').map(line => `  ${line}`.trimEnd()),
    ])
    assertGolden('test/lsp/replies/hovers-everywhere.golden.txt', `${lines.join('\n')}\n`)
  })
})

/** What a hover says, and of what; what a rule's page says is held elsewhere. */
function hoverText(hover: Hover | null): [value: string, range: string] {
  if (!hover) return ['', '']
  const { value } = hover.contents as { value: string }
  const { start, end } = hover.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
  const [first = ''] = value.split('\n')
  return [value.startsWith('**[KR') ? first : value, `${start.line + 1}:${start.character + 1}-${end.character + 1}`]
}

const spotOf = ({ piece, isEnd, position }: ReturnType<typeof wordsOf>[number]): string =>
  `${position.line + 1} ${isEnd ? 'end' : 'start'} of ${piece}`

/** The words of a text, each once where it begins and once where it ends. */
function wordsOf(text: string): { piece: string; isEnd: boolean; position: Position }[] {
  return [...text.matchAll(/[\w.*-]+/g)].flatMap(({ index, 0: piece }) =>
    [index, index + piece.length].map(at => {
      const before = text.slice(0, at).split('\n')
      const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
      return { piece, isEnd: at > index, position }
    }),
  )
}

function kafkaTopic(name: string, cluster: string): string {
  return `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: ${name.replaceAll('.', '-')}\n  labels:\n    strimzi.io/cluster: ${cluster}\nspec:\n  topicName: ${name}\n  replicas: 3\n`
}

/** A user with what it may do: the type of a resource, its name, an operation, and how the name is meant. */
function kafkaUser(name: string, acls: readonly (readonly [string, string, string, string?])[]): string {
  const rules = acls.map(
    ([type, of, operation, pattern = 'literal']) =>
      `      - resource:\n          type: ${type}\n          name: ${of}\n          patternType: ${pattern}\n        operations: [${operation}]\n`,
  )
  return `apiVersion: kafka.strimzi.io/v1\nkind: KafkaUser\nmetadata:\n  name: ${name}\nspec:\n  authorization:\n    type: simple\n    acls:\n${rules.join('')}`
}
