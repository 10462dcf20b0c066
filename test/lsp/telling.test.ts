import assert from 'node:assert/strict'
import {
  DiagnosticSeverity,
  type ApplyWorkspaceEditParams,
  type ApplyWorkspaceEditResult,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceSymbol,
} from 'vscode-languageserver'
import { nodeFiles } from '../../server/src/host/node.ts'
import type { Library } from '../../server/src/assess/db.ts'
import type { Status } from '../../server/src/lsp/protocol.ts'
import { toUri } from '../../server/src/text/uri.ts'
import { version } from '../../server/src/version.ts'
import { eventually, pulling, startClient, type TestClient } from '../support/client.ts'
import { theLibrary } from '../support/fixtures.ts'
import { cluster, pool, topic } from '../support/shop.ts'

describe('what the language server tells unasked, or of much at once', () => {
  let client: TestClient
  afterEach(() => client.end())

  const diagnosticsOf = async (path: string): Promise<readonly Diagnostic[]> => {
    const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: client.uri(path) },
    })
    return report.kind === 'full' ? report.items : []
  }
  /** Waits for whatever the server may still have to say: it answers in turn. */
  const settled = async (path: string): Promise<void> => {
    for (let turn = 0; turn < 3; turn++) {
      await diagnosticsOf(path)
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }

  it('asks for fresh pulls where an open file is judged otherwise, and only then', async () => {
    const files = {
      'cluster.yaml': cluster,
      'pool.yaml': pool(3),
      'topic.yaml': topic('5'),
      'other.yaml': topic('3', 'x'),
    }
    client = await startClient(files)
    for (const [path, text] of Object.entries(files)) client.open(path, text)
    await eventually(
      () => diagnosticsOf('topic.yaml'),
      found => found.some(({ code }) => code === 'KR305'),
    )
    await settled('topic.yaml')
    for (const [path, text, isAsked] of [
      ['other.yaml', `${topic('3', 'x')}# nothing\n`, false],
      ['pool.yaml', pool(5), true],
      ['pool.yaml', `${pool(5)}# nothing\n`, false],
      ['topic.yaml', topic('2'), false],
    ] as const) {
      const before = client.refreshes()
      client.change(path, text)
      await settled(path)
      if (isAsked)
        await eventually(
          () => client.refreshes(),
          count => count > before,
        )
      else assert.equal(client.refreshes(), before, `${path} is edited`)
    }
  })

  it('asks for fresh hints where another file is open than the one that is edited', async () => {
    let asked = 0
    client = await startClient(
      { 'topic.yaml': topic('3'), 'other.yaml': topic('3', 'x') },
      { ...pulling, workspace: { ...pulling.workspace, inlayHint: { refreshSupport: true } } },
      {},
      {
        answers: {
          'workspace/inlayHint/refresh': () => {
            asked++
            return null
          },
        },
      },
    )
    client.open('topic.yaml', topic('3'))
    await settled('topic.yaml')
    asked = 0
    client.change('topic.yaml', topic('2'))
    await settled('topic.yaml')
    assert.equal(asked, 0, 'the editor asks by itself about what is typed')
    client.open('other.yaml', topic('3', 'x'))
    client.change('topic.yaml', topic('1'))
    await eventually(
      () => asked,
      count => count > 0,
    )
  })

  it('asks nobody who cannot be asked', async () => {
    client = await startClient(
      { 'cluster.yaml': cluster, 'pool.yaml': pool(3), 'topic.yaml': topic('5') },
      { textDocument: { diagnostic: {} } },
    )
    client.open('topic.yaml', topic('5'))
    client.open('pool.yaml', pool(3))
    await settled('pool.yaml')
    client.change('pool.yaml', pool(5))
    await settled('topic.yaml')
    assert.equal(client.refreshes(), 0)
  })

  it('says once how many files it has read, and what it could not', async () => {
    client = await startClient(
      { 'a.yaml': topic('3'), 'b/c.yaml': topic('3', 'x'), 'notes.txt': 'kafka', 'b/locked.yaml': topic('3', 'y') },
      pulling,
      {},
      {
        files: {
          ...nodeFiles(),
          read: file =>
            file.endsWith('locked.yaml') ? Promise.resolve({ problem: 'nobody may read it' }) : nodeFiles().read(file),
        },
      },
    )
    const { logged } = client
    await eventually(
      () => logged,
      lines => lines.some(line => line.includes('files')),
    )
    await settled('a.yaml')
    assert.deepEqual(
      logged.map(line => line.replace(/\d+ ms/, 'some ms')),
      [
        `Kafka Review ${version}`,
        '2 files read in some ms, 1 left out',
        `${toUri(client.uri('b/locked.yaml'))}: nobody may read it`,
      ],
    )
  })

  it('tells in the output channel what the client refuses, and goes on', async () => {
    const refuse = (): never => {
      throw new Error('not today')
    }
    client = await startClient(
      { 'cluster.yaml': cluster, 'pool.yaml': pool(3), 'topic.yaml': topic('5') },
      {
        textDocument: { diagnostic: {} },
        workspace: {
          configuration: true,
          workspaceFolders: true,
          diagnostics: { refreshSupport: true },
          inlayHint: { refreshSupport: true },
          didChangeConfiguration: { dynamicRegistration: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
      },
      {},
      {
        answers: Object.fromEntries(
          [
            'client/registerCapability',
            'workspace/configuration',
            'workspace/workspaceFolders',
            'workspace/inlayHint/refresh',
            'workspace/diagnostic/refresh',
          ].map(method => [method, refuse]),
        ),
      },
    )
    client.open('topic.yaml', topic('5'))
    await eventually(
      () => diagnosticsOf('topic.yaml'),
      found => found.some(({ code }) => code === 'KR305'),
    )
    client.open('pool.yaml', pool(5))
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [] },
    })
    const refused = (): string[] =>
      [...new Set(client.logged.flatMap(line => /^(.*): (?:Response)?Error: .*not today/.exec(line)?.[1] ?? []))].sort()
    await eventually(refused, found => found.length === 6)
    assert.deepEqual(refused(), [
      'changing folders',
      'reading the settings',
      'refreshing findings',
      'refreshing hints',
      'watching files',
      'watching the settings',
    ])
    assert.deepEqual(await diagnosticsOf('topic.yaml'), [])
  })

  it('tells once which file takes long to check, and no longer once it does not', async () => {
    let isSlow = false
    const library: Library = { ...theLibrary() }
    const slow = new Proxy(library, {
      get(target, name) {
        const end = performance.now() + (isSlow && name === 'knowledge' ? 210 : 0)
        isSlow &&= name !== 'knowledge'
        while (performance.now() < end);
        return Reflect.get(target, name)
      },
    })
    client = await startClient({ 'topic.yaml': topic('3') }, pulling, {}, { library: slow })
    let status: Status | undefined
    client.connection.onNotification('kafkaReview/status', (told: Status) => {
      status = told
    })
    const type = async (text: string, makesSlow: boolean): Promise<void> => {
      await settled('topic.yaml')
      isSlow = makesSlow
      client.change('topic.yaml', text)
      await eventually(
        () => status,
        told => (told?.slow.length === 1) === makesSlow && told?.warnings === Number(text.includes(': 2')),
      )
      assert.equal(isSlow, false)
    }
    client.open('topic.yaml', topic('3'))
    await type(topic('2'), true)
    assert.deepEqual(
      status?.slow.map(({ uri, milliseconds }) => [uri, milliseconds >= 210 && milliseconds % 1 === 0]),
      [[client.uri('topic.yaml'), true]],
    )
    await type(topic('3'), false)
    const told = client.logged.filter(line => line.includes('topic.yaml'))
    assert.equal(told.length, 1, client.logged.join('\n'))
    assert.match(told[0] ?? '', /topic\.yaml: \d+ ms for one review$/)
  })

  it('folds what a file for development says into one hint that leads to each', async () => {
    const text = topic('1').replace('spec:', 'spec:\n  config:\n    min.insync.replicas: 1')
    client = await startClient({
      'dev/topic.yaml': text,
      '.kafka-review.yaml': 'version: 1\nenvironments:\n  development: ["dev/**"]\n',
    })
    client.open('dev/topic.yaml', text)
    const found = await eventually(
      () => diagnosticsOf('dev/topic.yaml'),
      items => items.some(({ code }) => code === undefined),
    )
    const [hint, ...others] = found.filter(({ code }) => code === undefined)
    assert.deepEqual(others, [])
    assert.equal(hint?.severity, DiagnosticSeverity.Hint)
    assert.equal(hint?.source, 'kafka-review')
    const inside = hint?.relatedInformation ?? []
    assert.match(String(hint?.message), new RegExp(`: ${inside.length} `))
    assert.ok(inside.length > 0)
    for (const { location, message } of inside) {
      assert.equal(location.uri, client.uri('dev/topic.yaml'))
      assert.match(message, /^KR\d{3} (?:hint|information|warning|error) ./)
    }
    assert.deepEqual(hint?.range, inside[0]?.location.range)
  })

  it('finds names in the whole workspace by letters in their order, and no more than anybody reads', async () => {
    const many = Array.from({ length: 520 }, (_, nth) => topic('3', `many-${nth}`)).join('---\n')
    client = await startClient({ 'many.yaml': many, 'zz.yaml': topic('3', 'Order-Lines') })
    const named = async (query: string): Promise<string[]> =>
      (await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query })).map(({ name }) => name)
    assert.equal((await named('')).length, 500)
    assert.equal((await named('many')).length, 500)
    for (const [query, expected] of [
      ['olines', ['Order-Lines']],
      ['ORDER', ['Order-Lines']],
      ['lineso', []],
      ['many-519', ['many-519']],
      ['m519', ['many-519']],
    ] as const)
      assert.deepEqual(await named(query), expected, query)
  })

  it('writes into a file what is to be declared of what stands there, and says when nobody takes it', async () => {
    client = await startClient({ 'topic.yaml': topic('3'), 'none.yaml': 'a: 1\n' })
    const applied: ApplyWorkspaceEditParams[] = []
    let takes = true
    client.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams): ApplyWorkspaceEditResult => {
      applied.push(params)
      return takes ? { applied: true } : { applied: false, failureReason: 'read-only' }
    })
    client.open('topic.yaml', topic('3'))
    const comment = (path: string, line: number): Promise<unknown> =>
      client.connection.sendRequest('kafkaReview/comment', { uri: client.uri(path), position: { line, character: 3 } })
    await comment('topic.yaml', 3)
    const [{ edit, label } = { edit: {}, label: '' }] = applied
    const edits = (edit.documentChanges ?? []).flatMap(change => (change as TextDocumentEdit).edits as TextEdit[])
    assert.match(label ?? '', /./)
    assert.ok(edits.length > 0)
    assert.ok(
      edits.every(({ newText, range }) => /^# ?.*\n$/.test(newText) && range.start.line === 0),
      JSON.stringify(edits),
    )
    assert.match(edits.map(({ newText }) => newText).join(''), /orders/)
    await comment('none.yaml', 0)
    assert.equal(applied.length, 1, 'nothing is to be declared of what is no processing')
    takes = false
    await assert.rejects(comment('topic.yaml', 3), /read-only/)
  })

  it('has accepted risks in the record that it shows, with their reasons', async () => {
    const sink =
      'name=s\nconnector.class=io.confluent.connect.s3.S3SinkConnector\ntopics=orders\n# kafka-review-ignore KR401 -- agreed in 2026\ns3.region=ap-south-1\n'
    client = await startClient({
      'topic.yaml': topic('3'),
      'orders-value.avsc': '{"type": "record", "name": "Order", "fields": [{"name": "email", "type": "string"}]}',
      'sink.properties': sink,
    })
    const shown = Buffer.from(
      await client.connection.sendRequest<string>('kafkaReview/record', { form: 'markdown', language: 'en' }),
      'base64',
    ).toString('utf8')
    assert.match(shown, /agreed in 2026/)
  })
})
