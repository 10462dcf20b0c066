import assert from 'node:assert/strict'
import {
  DiagnosticTag,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type PreviousResultId,
  type PublishDiagnosticsParams,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver'
import type { ListedFinding, Status } from '../../server/src/lsp/protocol.ts'
import { baselineOf, writeBaseline } from '../../server/src/report/baseline.ts'
import { identitiesOf } from '../../server/src/rules/identity.ts'
import { eventually, pulling, startClient, type TestClient } from '../support/client.ts'
import { reviewTexts, uriOf } from '../support/fixtures.ts'
import { noSecrets } from '../../server/src/text/secrets.ts'

const topic = (name: string, replicas: number): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: ${name}\nspec:\n  replicas: ${replicas}\n`

describe('what is shown of all findings', () => {
  let client: TestClient
  afterEach(() => client.end())

  const pull = async (path: string): Promise<readonly Diagnostic[]> => {
    const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: client.uri(path) },
    })
    return report.kind === 'full' ? report.items : []
  }

  it('fades what the baseline knows, and lets what is new stand out', async () => {
    const old = topic('orders', 2)
    const uri = uriOf('a.yaml')
    const review = reviewTexts([{ uri, text: old }])
    const findings = review.findings(uri)
    const entities = review.estate.entities(uri)
    const baseline = baselineOf([
      { path: 'a.yaml', findings, identities: identitiesOf(findings, entities), entities, secrets: noSecrets },
    ])
    const text = `${old}---\n${topic('returns', 2)}`
    client = await startClient({ 'a.yaml': text, '.kafka-review.baseline.json': writeBaseline(baseline) })
    let status: Status | undefined
    client.connection.onNotification('kafkaReview/status', (told: Status) => {
      status = told
    })
    client.open('a.yaml', text)
    await client.connection.sendRequest('kafkaReview/unread')
    const shown = async (): Promise<string[]> =>
      (await pull('a.yaml')).map(
        ({ severity, tags, message }) => `${severity} ${tags?.includes(DiagnosticTag.Unnecessary) ?? false} ${message}`,
      )
    await eventually(shown, found => found[0]?.startsWith('4 true') ?? false)
    assert.deepEqual(await shown(), [
      '4 true Topic orders has 2 replicas; use at least 3, on as many brokers',
      '2 false Topic returns has 2 replicas; use at least 3, on as many brokers',
    ])
    const listed = await client.connection.sendRequest<ListedFinding[]>('kafkaReview/findings', { activities: false })
    assert.deepEqual(
      listed.map(({ level, known }) => [level, known]),
      [
        ['hint', true],
        ['warning', false],
      ],
    )
    await eventually(
      () => status?.warnings,
      warnings => warnings === 1,
    )
  })

  it('shows the files that differ from what was committed, and open ones where nobody tells', async () => {
    client = await startClient(
      { 'a.yaml': topic('orders', 2), 'b.yaml': topic('returns', 2) },
      { ...pulling, workspace: { ...pulling.workspace, configuration: true } },
    )
    client.connection.onRequest('workspace/configuration', () => [{ scope: 'changed' }])
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    const told = new Set<string>()
    const asking = client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    })
    void asking.then(({ items }) => {
      for (const { uri } of items) told.add(uri)
    })
    await client.connection.sendNotification('kafkaReview/changedFiles', { files: [{ uri: client.uri('b.yaml') }] })
    await eventually(
      () => [...told],
      files => files.length > 0,
    )
    assert.deepEqual([...told], [client.uri('b.yaml')])
  })

  it('is pushed of the files that differ while these are what is shown, else of those that are open', async () => {
    const files = { 'a.yaml': topic('orders', 2), 'b.yaml': topic('returns', 2), 'c.yaml': topic('parcels', 2) }
    let scope = 'changed'
    client = await startClient(
      files,
      { workspace: { configuration: true } },
      {},
      { answers: { 'workspace/configuration': () => [{ scope }] } },
    )
    let pushes = 0
    client.connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
      pushes++
      shown.set(uri, diagnostics.length)
    })
    const shown = new Map<string, number>()
    const shows = (...paths: string[]): Promise<unknown> =>
      eventually(
        () => [...shown].filter(([, count]) => count > 0).map(([uri]) => uri),
        uris => uris.sort().join() === paths.map(client.uri).join(),
      )
    const differ = (...paths: string[]): Promise<void> =>
      client.connection.sendNotification('kafkaReview/changedFiles', {
        files: paths.map(path => ({ uri: client.uri(path) })),
      })
    const configure = (next: string): Promise<void> => {
      scope = next
      return client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    }
    client.open('a.yaml', files['a.yaml'])
    await shows('a.yaml')
    await differ('b.yaml', 'c.yaml', 'none.yaml')
    await shows('b.yaml', 'c.yaml')
    await differ('b.yaml')
    await shows('b.yaml')
    await client.connection.sendNotification('kafkaReview/changedFiles', { files: null })
    await shows('a.yaml')
    await configure('workspace')
    await shows('a.yaml', 'b.yaml', 'c.yaml')
    // What nobody knows is as if nothing were set.
    await configure('everything')
    await shows('a.yaml')
    await client.connection.sendRequest('kafkaReview/findings', { activities: false })
    const before = pushes
    await differ('b.yaml')
    await client.connection.sendRequest('kafkaReview/findings', { activities: false })
    assert.equal(pushes, before, 'what differs is of no interest here')
    // A review of everything is shown until the scope is another one.
    await client.connection.sendRequest('kafkaReview/reviewWorkspace', {})
    await shows('a.yaml', 'b.yaml', 'c.yaml')
    await configure('changed')
    await shows('b.yaml')
  })

  it('tells a client nothing that it has, and takes back what it has of files that are gone', async () => {
    client = await startClient({ 'a.yaml': topic('orders', 2) })
    client.open('a.yaml', topic('orders', 2))
    const pullAll = (previousResultIds: readonly PreviousResultId[]): Promise<WorkspaceDiagnosticReport> =>
      client.connection.sendRequest('workspace/diagnostic', { previousResultIds })
    const [first] = (await pullAll([])).items
    assert.equal(first?.kind === 'full' && first.items.length, 1)
    const gone = { uri: client.uri('gone.yaml'), value: 'before' }
    const { items } = await pullAll([{ uri: client.uri('a.yaml'), value: first?.resultId ?? '' }, gone])
    assert.deepEqual(
      items.map(item => [item.uri, item.kind === 'full' && item.items.length]),
      [[gone.uri, 0]],
    )
  })

  it('is looked at anew where what is shown changes, and for no other setting', async () => {
    client = await startClient(
      { 'a.yaml': topic('orders', 2), 'b.yaml': topic('returns', 2) },
      { workspace: { configuration: true } },
    )
    let settings = { scope: 'openFiles', codeLens: true }
    client.connection.onRequest('workspace/configuration', () => [settings])
    const told: string[] = []
    client.connection.onNotification('textDocument/publishDiagnostics', ({ uri }: PublishDiagnosticsParams) => {
      told.push(uri)
    })
    const change = async (next: typeof settings): Promise<void> => {
      settings = next
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    }
    await client.connection.sendRequest('kafkaReview/reviewWorkspace', {})
    told.length = 0
    await change({ scope: 'openFiles', codeLens: false })
    await change({ scope: 'workspace', codeLens: false })
    await eventually(
      () => told.filter(uri => uri === client.uri('b.yaml')).length,
      count => count > 0,
    )
    assert.deepEqual([...told].sort(), [client.uri('a.yaml'), client.uri('b.yaml')], 'each once')
  })
})
