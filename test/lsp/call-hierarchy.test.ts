import assert from 'node:assert/strict'
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Hover,
} from 'vscode-languageserver'
import { pulling, startClient, type TestClient } from '../support/client.ts'
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
