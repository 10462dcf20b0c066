import assert from 'node:assert/strict'
import { formats } from '../../server/src/reader/formats.ts'
import { eventually, pulling, startClient, type TestClient } from '../support/client.ts'
import { assertGolden } from '../support/golden.ts'
import { positionOf, shop } from '../support/places.ts'

const files: Readonly<Record<string, string>> = {
  ...shop,
  'schemas/customers-value.avsc':
    '{"type": "record", "name": "Customer", "fields": [\n  {"name": "email", "type": "string"},\n  {"name": "diagnosis", "type": "string"},\n  {"name": "segment", "type": "string"}\n]}\n',
  'kafka/loose.yaml':
    'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: customers\n  labels:\n    strimzi.io/cluster: shop\nspec:\n  replicas: 1\n  config:\n    min.insync.replicas: 1\n    unclean.leader.election.enable: true\n---\nkafka: x\n',
  'connectors/us.json':
    '{"name": "to-us", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "customers", "s3.region": "us-east-1", "aws.secret.access.key": "Kiefer-2020"}}\n',
  'apps/app.properties': 'bootstrap.servers=shop-kafka-bootstrap:9092\ngroup.id=patients\nacks=1\n',
}

/** What the pieces at which the editor asks stand in. */
const spots: readonly (readonly [path: string, piece: string])[] = [
  ['kafka/topics.yaml', 'orders'],
  ['kafka/loose.yaml', 'customers'],
  ['kafka/loose.yaml', 'min.insync'],
  ['kafka/cluster.yaml', 'shop'],
  ['kafka/users.yaml', 'cg-5'],
  ['kafka/mirror.yaml', 'standby'],
  ['connectors/us.json', 'us-east-1'],
  ['connectors/us.json', 'to-us'],
  ['connectors/archive.json', 'returns'],
  ['schemas/customers-value.avsc', 'Customer'],
  ['schemas/customers-value.avsc', 'diagnosis'],
  ['apps/app.properties', 'patients'],
  ['.kafka-review.yaml', 'orders'],
]

describe('what an editor is answered', () => {
  let client: TestClient

  before(async () => {
    client = await startClient(files, {
      ...pulling,
      textDocument: {
        ...pulling.textDocument,
        hover: { contentFormat: ['markdown'] },
        completion: { completionItem: { snippetSupport: true } },
        callHierarchy: {},
      },
      workspace: {
        ...pulling.workspace,
        didChangeWatchedFiles: { dynamicRegistration: true },
        workspaceEdit: { documentChanges: true, resourceOperations: ['rename'], changeAnnotationSupport: {} },
      },
    })
    for (const [path, text] of Object.entries(files)) client.open(path, text)
    await eventually(
      () => client.connection.sendRequest<unknown[]>('workspace/symbol', { query: 'orders' }),
      found => (found?.length ?? 0) > 0,
    )
  })
  after(() => client.end())

  /** JSON with the folder's name taken out, each item of a list on a line of its own. */
  const plain = (value: unknown): string => {
    const text = (one: unknown): string =>
      (JSON.stringify(one) ?? 'nothing')
        .replaceAll(client.uri('').replace(/\/$/, ''), '~')
        .replaceAll(/"version":\d+/g, '"version":0')
        .replaceAll(/"id":"[0-9a-f-]{36}"/g, '"id":"x"')
    return Array.isArray(value) ? value.map(one => `  ${text(one)}\n`).join('') : `  ${text(value)}\n`
  }
  const ask = (method: string, params: object): Promise<unknown> => client.connection.sendRequest(method, params)
  const document = (path: string): object => ({ textDocument: { uri: client.uri(path) } })
  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }

  it('at its start is what the server can do', () => {
    const { capabilities, serverInfo } = client.initialized
    // Endings come with formats; each is watched.
    const globs = new Set(
      formats.flatMap(({ endings }) => endings).map(one => (one.startsWith('/') ? `**${one}` : `**/*${one}`)),
    )
    const written = plain(client.registered)
    for (const glob of globs) assert.ok(written.includes(`{"globPattern":"${glob}"}`), glob)
    const others = [...globs].reduce((text, glob) => text.replace(`{"globPattern":"${glob}"},`, ''), written)
    assertGolden(
      'test/lsp/replies/start.golden.txt',
      `${serverInfo?.name}\n${plain(Object.entries(capabilities))}${others}`,
    )
  })

  for (const [name, method] of [
    ['symbols', 'textDocument/documentSymbol'],
    ['lenses', 'textDocument/codeLens'],
    ['diagnostics', 'textDocument/diagnostic'],
    ['personal-fields', 'kafkaReview/personalFields'],
  ] as const)
    it(`of each file is what it was: ${method}`, async () => {
      const lines: string[] = []
      for (const path of Object.keys(files)) {
        const params = name === 'personal-fields' ? { uri: client.uri(path) } : document(path)
        const answer = await ask(method, params)
        lines.push(`${path}\n${plain((answer as { items?: unknown } | null)?.items ?? answer)}`)
      }
      assertGolden(`test/lsp/replies/${name}.golden.txt`, lines.join(''))
    })

  it('of what is written beside the text is what it was', async () => {
    const lines: string[] = []
    for (const path of Object.keys(files))
      lines.push(`${path}\n${plain(await ask('textDocument/inlayHint', { ...document(path), range: whole }))}`)
    assertGolden('test/lsp/replies/hints.golden.txt', lines.join(''))
  })

  it('of what can be done is what it was', async () => {
    const lines: string[] = []
    for (const path of ['connectors/us.json', 'kafka/cluster.yaml', 'schemas/customers-value.avsc']) {
      const actions = (await ask('textDocument/codeAction', {
        ...document(path),
        range: whole,
        context: { diagnostics: [] },
      })) as object[] | null
      const resolved = await Promise.all((actions ?? []).map(action => ask('codeAction/resolve', action)))
      const told = resolved.map(action => ({ ...(action as object), diagnostics: undefined, data: undefined }))
      lines.push(`${path}\n${plain(told)}`)
    }
    assertGolden('test/lsp/replies/actions.golden.txt', lines.join(''))
  })

  for (const [name, method] of [
    ['hovers', 'textDocument/hover'],
    ['definitions', 'textDocument/definition'],
    ['types', 'textDocument/typeDefinition'],
    ['completions', 'textDocument/completion'],
    ['renames', 'textDocument/prepareRename'],
    ['snippets', 'kafkaReview/snippet'],
  ] as const)
    it(`at a place is what it was: ${method}`, async () => {
      const lines: string[] = []
      for (const [path, piece] of spots) {
        const position = positionOf(files[path] ?? '', piece)
        const params = name === 'snippets' ? { uri: client.uri(path), position } : { ...document(path), position }
        const answer = await ask(method, params).catch((error: Error) => error.message)
        const list = (answer as { items?: unknown } | null)?.items ?? answer
        // Of many offers the first tell what all look like.
        lines.push(`${path} ${piece}\n${plain(Array.isArray(list) ? list.slice(0, 8) : list)}`)
      }
      assertGolden(`test/lsp/replies/${name}.golden.txt`, lines.join(''))
    })

  it('of what flows is what it was', async () => {
    const lines: string[] = []
    for (const [path, piece] of spots) {
      const position = positionOf(files[path] ?? '', piece)
      const items = (await ask('textDocument/prepareCallHierarchy', { ...document(path), position })) as object[] | null
      lines.push(`${path} ${piece}\n${plain(items)}`)
      for (const item of items ?? []) {
        lines.push(`from\n${plain(await ask('callHierarchy/incomingCalls', { item }))}`)
        lines.push(`to\n${plain(await ask('callHierarchy/outgoingCalls', { item }))}`)
      }
    }
    assertGolden('test/lsp/replies/calls.golden.txt', lines.join(''))
  })

  it('of the workspace is what it was', async () => {
    const map = (await ask('kafkaReview/dataFlow', {})) as Record<string, unknown>
    const { drawing: _, style: __, svg: ___, mermaid: ____, ...listed } = map
    const lines = [
      `flow\n${plain(Object.entries(listed))}`,
      `skeleton\n${plain(await ask('kafkaReview/skeleton', {}))}`,
      `findings\n${plain(await ask('kafkaReview/findings', {}))}`,
      `unread\n${plain(await ask('kafkaReview/unread', {}))}`,
      `forms\n${plain(await ask('kafkaReview/recordForms', {}))}`,
      `symbols\n${plain(await ask('workspace/symbol', { query: 'o' }))}`,
    ]
    assertGolden('test/lsp/replies/workspace.golden.txt', lines.join(''))
  })
})
