import assert from 'node:assert/strict'
import {
  LSPErrorCodes,
  type DocumentSymbol,
  type Location,
  type Range,
  type WorkspaceEdit,
  type WorkspaceSymbol,
} from 'vscode-languageserver'
import { eventually, pulling, startClient, type TestClient } from '../support/client.ts'
import { positionOf, shop, showEdit, showLocations } from '../support/places.ts'

const renaming = {
  ...pulling,
  workspace: {
    ...pulling.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['rename' as const], changeAnnotationSupport: {} },
  },
}

describe('navigation', () => {
  let client: TestClient
  afterEach(() => client.end())

  const start = async (more: Readonly<Record<string, string>> = {}, capabilities = renaming): Promise<void> => {
    client = await startClient({ ...shop, ...more }, capabilities)
  }
  const at = (path: string, piece: string, nth = 0, texts: Readonly<Record<string, string>> = shop): object => ({
    textDocument: { uri: client.uri(path) },
    position: positionOf(texts[path] ?? '', piece, nth),
  })
  const definition = async (path: string, piece: string, nth = 0): Promise<string[]> =>
    showLocations(
      client,
      await client.connection.sendRequest<Location[]>('textDocument/definition', at(path, piece, nth)),
    )
  const references = async (path: string, piece: string, nth = 0, includeDeclaration = true): Promise<string[]> =>
    showLocations(
      client,
      await client.connection.sendRequest<Location[]>('textDocument/references', {
        ...at(path, piece, nth),
        context: { includeDeclaration },
      }),
    )
  const rename = async (path: string, piece: string, newName: string, nth = 0, texts = shop): Promise<string[]> =>
    showEdit(
      client,
      await client.connection.sendRequest<WorkspaceEdit | null>('textDocument/rename', {
        ...at(path, piece, nth, texts),
        newName,
      }),
    )

  const ordersPlaces = [
    '.kafka-review.yaml:4 orders',
    'connectors/archive.json:1 orders',
    'connectors/erp.properties:3 orders',
    'connectors/web.json:1 orders',
    'kafka/mirror.yaml:13 orders',
    'kafka/topics.yaml:4 orders',
    'kafka/users.yaml:11 orders',
    'schemas/orders-value.avsc:1 "Order"',
  ]

  it('goes to what a name means, across formats', async () => {
    await start()
    assert.deepEqual(await definition('connectors/archive.json', 'orders'), ['kafka/topics.yaml:4 orders'])
    assert.deepEqual(await definition('connectors/archive.json', 'returns'), ['kafka/topics.yaml:13 returns'])
    assert.deepEqual(await definition('connectors/erp.properties', 'orders'), ['kafka/topics.yaml:4 orders'])
    assert.deepEqual(await definition('kafka/users.yaml', 'orders'), ['kafka/topics.yaml:4 orders'])
    assert.deepEqual(await definition('kafka/topics.yaml', 'shop', 1), ['kafka/cluster.yaml:4 shop'])
    assert.deepEqual(await definition('kafka/mirror.yaml', 'shop-kafka'), ['kafka/cluster.yaml:4 shop'])
    assert.deepEqual(await definition('kafka/mirror.yaml', 'returns'), ['kafka/topics.yaml:13 returns'])
    assert.deepEqual(await definition('.kafka-review.yaml', 'orders'), ['kafka/topics.yaml:4 orders'])
    assert.deepEqual(await definition('connectors/archive.json', 'us-east-1'), [])
    assert.deepEqual(
      showLocations(
        client,
        await client.connection.sendRequest('textDocument/typeDefinition', at('connectors/archive.json', 'orders')),
      ),
      ['schemas/orders-value.avsc:1 "Order"'],
    )
  })

  it('finds every place that names the same', async () => {
    await start()
    assert.deepEqual(await references('kafka/topics.yaml', 'orders'), ordersPlaces)
    assert.deepEqual(await references('connectors/web.json', 'orders'), ordersPlaces)
    assert.deepEqual(
      await references('connectors/web.json', 'orders', 0, false),
      ordersPlaces.filter(place => !place.startsWith('kafka/topics')),
    )
    assert.deepEqual(await references('kafka/cluster.yaml', 'shop'), [
      'kafka/cluster.yaml:4 shop',
      'kafka/mirror.yaml:12 shop',
      'kafka/topics.yaml:6 shop',
      'kafka/topics.yaml:15 shop',
    ])
    assert.deepEqual(await references('kafka/users.yaml', 'cg-5'), ['kafka/users.yaml:15 cg-5'])
  })

  it('takes what is typed and not saved', async () => {
    await start()
    client.open(
      'connectors/archive.json',
      (shop['connectors/archive.json'] ?? '').replace('returns, orders', 'returns'),
    )
    await eventually(
      async () => references('kafka/topics.yaml', 'orders'),
      found => found.length === ordersPlaces.length - 1,
    )
  })

  it('keeps copies of one name in other folders apart', async () => {
    const texts = {
      'a/topics.yaml': shop['kafka/topics.yaml'] ?? '',
      'b/topics.yaml': shop['kafka/topics.yaml'] ?? '',
      'a/sink.json': shop['connectors/archive.json'] ?? '',
      'top/sink.json': shop['connectors/archive.json'] ?? '',
    }
    client = await startClient(texts, renaming)
    const found = await client.connection.sendRequest<Location[]>('textDocument/references', {
      ...at('a/sink.json', 'orders', 0, texts),
      context: { includeDeclaration: true },
    })
    assert.deepEqual(showLocations(client, found), [
      'a/sink.json:1 orders',
      'a/topics.yaml:4 orders',
      'top/sink.json:1 orders',
    ])
    assert.deepEqual(
      showLocations(
        client,
        await client.connection.sendRequest('textDocument/definition', at('top/sink.json', 'orders', 0, texts)),
      ),
      ['a/topics.yaml:4 orders', 'b/topics.yaml:4 orders'],
    )
    await assert.rejects(
      rename('a/sink.json', 'orders', 'sales', 0, texts),
      /Topic orders is also named in sink\.json:1, where several declarations match equally/,
    )
  })

  it('renames a topic in all formats, in the quotes that stand there', async () => {
    await start()
    const told: string[] = []
    client.connection.onNotification(
      'window/showMessage',
      ({ message }: { message: string }) => void told.push(message),
    )
    const prepared = await client.connection.sendRequest<{ range: Range; placeholder: string }>(
      'textDocument/prepareRename',
      at('connectors/archive.json', 'orders'),
    )
    assert.equal(prepared.placeholder, 'orders')
    assert.equal(prepared.range.end.character - prepared.range.start.character, 'orders'.length)
    assert.deepEqual(await rename('connectors/archive.json', 'orders', 'shop.sales'), [
      '.kafka-review.yaml:4 - match: shop.sales',
      'connectors/archive.json:1 {"name": "s-17", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "returns, shop.sales", "s3.region": "us-east-1"}}',
      'connectors/erp.properties:3 topics=shop.sales',
      'connectors/web.json:1 {"name": "web", "config": {"connector.class": "io.confluent.kafka.connect.datagen.DatagenConnector", "kafka.topic": "shop.sales"}}',
      'kafka/mirror.yaml:13 topicsPattern: "shop\\\\.sales|returns"',
      'kafka/topics.yaml:4 name: shop.sales # of the shop',
      "kafka/users.yaml:11 name: 'shop.sales'",
      'schemas/orders-value.avsc -> schemas/shop.sales-value.avsc',
    ])
    assert.deepEqual(told, [], 'an editor may show the changes first')
    client.open('connectors/archive.json', (shop['connectors/archive.json'] ?? '').replace('orders', 'shop.sales'))
    await eventually(
      () => told.length,
      count => count > 0,
    )
    assert.deepEqual(told, [
      'Topic orders was renamed to shop.sales in 8 places. No data is moved: existing records stay in the topic with the old name, and applications that use the old name are not changed.',
    ])
  })

  it('tells what a rename does beside each of its changes where the editor can show it, and refuses nothing where it cannot', async () => {
    await start()
    const request = { ...at('connectors/archive.json', 'orders'), newName: 'sales' }
    const edit = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', request)
    assert.deepEqual(edit.changeAnnotations, {
      rename: {
        label: 'Rename topic orders',
        description:
          'No data is moved: existing records stay in the topic with the old name, and applications that use the old name are not changed.',
      },
    })
    const edits = ({ documentChanges = [] }: WorkspaceEdit): object[] =>
      documentChanges.flatMap(change => ('edits' in change ? change.edits : []))
    assert.equal(edits(edit).length, 7)
    for (const one of edits(edit)) assert.equal('annotationId' in one && one.annotationId, 'rename')
    client.end()
    await start({}, { ...renaming, workspace: { workspaceEdit: { resourceOperations: ['rename'] } } } as never)
    const plain = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      ...request,
      ...at('connectors/archive.json', 'orders'),
    })
    assert.equal(plain.changeAnnotations, undefined)
    assert.equal(edits(plain).length, 7)
    for (const one of edits(plain)) assert.ok(!('annotationId' in one))
  })

  it('has nothing to rename to the name that stands there, and where nothing is named', async () => {
    await start()
    const renamed = (piece: string, newName: string): Promise<unknown> =>
      client.connection.sendRequest('textDocument/rename', { ...at('kafka/topics.yaml', piece), newName })
    assert.equal(await renamed('orders', 'orders'), null)
    assert.equal(await renamed('replicas', 'orders'), null)
    assert.equal(
      await client.connection.sendRequest(
        'textDocument/prepareRename',
        at('kafka/none.yaml', 'x', 0, { 'kafka/none.yaml': 'x' }),
      ),
      null,
    )
  })

  it('renames clusters, groups and connectors', async () => {
    await start({
      '.kafka-review.yaml': 'version: 1\ngroups:\n  aliases:\n    cg-5: reminders\n',
      'clients/app.properties': 'bootstrap.servers=shop-kafka-bootstrap:9093\ngroup.id=cg-5\n',
    })
    assert.deepEqual(await rename('kafka/topics.yaml', 'shop', 'store', 2), [
      'clients/app.properties:1 bootstrap.servers=store-kafka-bootstrap:9093',
      'kafka/cluster.yaml:4 name: store',
      'kafka/mirror.yaml:12 bootstrapServers: store-kafka-bootstrap:9093',
      'kafka/topics.yaml:6 strimzi.io/cluster: store',
      'kafka/topics.yaml:15 strimzi.io/cluster: store',
    ])
    assert.deepEqual(await rename('kafka/users.yaml', 'cg-5', 'cg-6'), [
      'clients/app.properties:2 group.id=cg-6',
      'kafka/users.yaml:15 name: cg-6',
      '.kafka-review.yaml:4 cg-6: reminders',
    ])
    assert.match((await rename('connectors/archive.json', 's-17', 's-18')).join(), /"name": "s-18"/)
  })

  it('refuses names that are none, and places that no writer can change', async () => {
    const hcl = {
      'infra/main.tf':
        'resource "kafka_topic" "orders" {\n  name               = "invoices"\n  replication_factor = 3\n  partitions         = 3\n}\n',
      'infra/sink.json': (shop['connectors/archive.json'] ?? '').replace('orders', 'invoices'),
    }
    await start(hcl)
    await assert.rejects(
      rename('kafka/topics.yaml', 'orders', 'my orders'),
      /"my orders" is not a valid topic name; expected letters/,
    )
    await assert.rejects(
      rename('kafka/topics.yaml', 'orders', 'Orders'),
      /lower-case letters, digits, "\." and "-": it is the name of a Kubernetes resource/,
    )
    assert.deepEqual(
      showLocations(
        client,
        await client.connection.sendRequest('textDocument/definition', at('infra/sink.json', 'invoices', 0, hcl)),
      ),
      ['infra/main.tf:2 invoices'],
    )
    assert.deepEqual((await rename('infra/sink.json', 'invoices', 'bills', 0, hcl as never)).slice(0, 1), [
      'infra/main.tf:2 name               = "bills"',
    ])
    const fixed = {
      'infra/main.tf': hcl['infra/main.tf'].replace('"invoices"', '"${var.prefix}invoices"'),
      'infra/variables.tf': 'variable "prefix" {\n  default = "a-"\n}\n',
    }
    client.open('infra/main.tf', fixed['infra/main.tf'], 'terraform')
    client.open('infra/variables.tf', fixed['infra/variables.tf'], 'terraform')
    client.open('infra/sink.json', hcl['infra/sink.json'].replace('invoices', 'a-invoices'))
    const position = positionOf(hcl['infra/sink.json'], 'invoices')
    await eventually(
      async () =>
        client.connection.sendRequest<Location[]>('textDocument/definition', {
          textDocument: { uri: client.uri('infra/sink.json') },
          position,
        }),
      found => found.length === 1,
    )
    await assert.rejects(
      client.connection.sendRequest('textDocument/prepareRename', {
        textDocument: { uri: client.uri('infra/sink.json') },
        position,
      }),
      /Topic a-invoices is also named in main\.tf:2, which cannot be edited automatically/,
    )
    await assert.rejects(
      client.connection.sendRequest('textDocument/rename', {
        textDocument: { uri: client.uri('infra/sink.json') },
        position,
        newName: 'b-invoices',
      }),
      { code: LSPErrorCodes.RequestFailed, message: /^Topic a-invoices is also named in main\.tf:2, which cannot / },
    )
    assert.equal(
      await client.connection.sendRequest('textDocument/prepareRename', at('kafka/topics.yaml', 'replicas')),
      null,
    )
  })

  it('says so where the editor cannot rename the file of a schema', async () => {
    await start({}, pulling as typeof renaming)
    await assert.rejects(
      client.connection.sendRequest('textDocument/prepareRename', at('kafka/topics.yaml', 'orders')),
      /is also part of the file name orders-value\.avsc, and this editor cannot rename files/,
    )
    assert.ok(await client.connection.sendRequest('textDocument/prepareRename', at('kafka/topics.yaml', 'returns')))
  })

  it('outlines a file', async () => {
    await start()
    const outline = async (path: string): Promise<string[]> =>
      (
        await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
          textDocument: { uri: client.uri(path) },
        })
      ).map(({ name, detail, children = [] }) => `${name} (${detail})${children.map(child => ` ${child.name}`).join()}`)
    assert.deepEqual(await outline('kafka/topics.yaml'), ['orders (topic)', 'returns (topic)'])
    assert.deepEqual(await outline('schemas/orders-value.avsc'), ['Order (record) order_number, email'])
    assert.deepEqual(await outline('connectors/archive.json'), ['s-17 (connector)'])
  })

  it('outlines with ranges that hold their names, also where these stand elsewhere', async () => {
    const texts = {
      'kafka/main.tf':
        'variable "name" {\n  default = "parcels"\n}\n\nresource "kafka_topic" "t" {\n  name               = var.name\n  partitions         = 3\n  replication_factor = 3\n}\n',
    }
    await start(texts)
    const holds = ({ range, selectionRange }: DocumentSymbol): boolean =>
      (range.start.line < selectionRange.start.line ||
        (range.start.line === selectionRange.start.line && range.start.character <= selectionRange.start.character)) &&
      (selectionRange.end.line < range.end.line ||
        (selectionRange.end.line === range.end.line && selectionRange.end.character <= range.end.character))
    for (const path of [...Object.keys(shop), ...Object.keys(texts)]) {
      const found = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
        textDocument: { uri: client.uri(path) },
      })
      for (const symbol of found.flatMap(one => [one, ...(one.children ?? [])]))
        assert.ok(holds(symbol), `${path}: ${JSON.stringify(symbol)}`)
      if (path.endsWith('.tf'))
        assert.deepEqual(
          found.map(({ name }) => name),
          ['parcels'],
        )
    }
  })

  it('leads to the schema of a topic that has one, and of nothing else', async () => {
    await start()
    const schema = async (path: string, piece: string): Promise<string[]> =>
      showLocations(
        client,
        await client.connection.sendRequest<Location[]>('textDocument/typeDefinition', at(path, piece)),
      )
    assert.deepEqual(await schema('kafka/users.yaml', 'orders'), ['schemas/orders-value.avsc:1 "Order"'])
    assert.deepEqual(await schema('kafka/users.yaml', 'returns'), [])
    assert.deepEqual(await schema('kafka/users.yaml', 'cg-5'), [])
  })

  it('looks names up in the workspace', async () => {
    await start()
    const found = async (query: string): Promise<string[]> =>
      (await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query }))
        .map(({ name, containerName }) => `${name}: ${containerName}`)
        .sort()
    assert.deepEqual(await found('ORD'), [
      'Order: record · schemas/orders-value.avsc',
      'orders: topic · kafka/topics.yaml',
    ])
    assert.deepEqual(await found('s17'), ['s-17: connector · connectors/archive.json'])
  })
})
