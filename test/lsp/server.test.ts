import assert from 'node:assert/strict'
import {
  CancellationTokenSource,
  LSPErrorCodes,
  type CodeAction,
  type CodeLens,
  type DocumentDiagnosticReport,
  type Hover,
  type InlayHint,
  type Location,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver'
import type { SnippetResult, Status } from '../../server/src/lsp/protocol.ts'
import { sectionOf } from '../../server/src/rules/page.ts'
import { rules } from '../../server/src/rules/registry.ts'
import { eventually, pulling, startClient, type TestClient } from '../support/client.ts'
import { cluster, pool, sink, topic } from '../support/shop.ts'

const offsetIn = (text: string, { line, character }: { line: number; character: number }): number =>
  text
    .split('\n')
    .slice(0, line)
    .reduce((sum, { length }) => sum + length + 1, 0) + character
const positionIn = (text: string, offset: number): { line: number; character: number } => ({
  line: text.slice(0, offset).split('\n').length - 1,
  character: offset - (text.lastIndexOf('\n', offset - 1) + 1),
})

describe('the language server', () => {
  let client: TestClient
  afterEach(() => client.end())

  const pull = async (path: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    client.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri: client.uri(path) },
      previousResultId,
    })
  const codes = async (path: string): Promise<string[]> => {
    const report = await pull(path)
    return report.kind === 'full' ? report.items.map(({ code }) => String(code)) : []
  }

  it('offers what it can', async () => {
    client = await startClient({})
    assert.deepEqual(client.initialized.capabilities, {
      textDocumentSync: { openClose: true, change: 2, save: true },
      diagnosticProvider: { identifier: 'kafka-review', interFileDependencies: true, workspaceDiagnostics: true },
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.kafkaReview'], resolveProvider: true },
      hoverProvider: true,
      inlayHintProvider: true,
      definitionProvider: true,
      typeDefinitionProvider: true,
      referencesProvider: true,
      renameProvider: { prepareProvider: true },
      documentSymbolProvider: { label: 'Kafka Review' },
      workspaceSymbolProvider: true,
      callHierarchyProvider: true,
      codeLensProvider: {},
      completionProvider: { triggerCharacters: [' ', '-', '['] },
      executeCommandProvider: { commands: ['kafka-review.record', 'kafka-review.flow', 'kafka-review.scorecard'] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    })
  })

  it('answers a pull with what is typed, and with "unchanged" where nothing has changed', async () => {
    client = await startClient({ 'topic.yaml': topic('3') })
    client.open('topic.yaml', topic('2'))
    const report = await pull('topic.yaml')
    assert.equal(report.kind, 'full')
    assert.deepEqual(
      report.kind === 'full' &&
        report.items.map(({ code, range, severity, source }) => ({ code, range, severity, source })),
      [
        {
          code: 'KR301',
          range: { start: { line: 7, character: 12 }, end: { line: 7, character: 13 } },
          severity: 2,
          source: 'kafka-review',
        },
      ],
    )
    assert.equal((await pull('topic.yaml', report.resultId)).kind, 'unchanged')
    client.change('topic.yaml', topic('3'))
    assert.deepEqual(await codes('topic.yaml'), [])
  })

  it('joins what lies in other files, and asks for fresh pulls when they change', async () => {
    client = await startClient({ 'cluster.yaml': cluster, 'pool.yaml': pool(3), 'topic.yaml': topic('5') })
    client.open('topic.yaml', topic('5'))
    await eventually(
      () => codes('topic.yaml'),
      found => found.join() === 'KR305',
    )
    client.open('pool.yaml', pool(3))
    await codes('pool.yaml')
    const before = client.refreshes()
    client.change('pool.yaml', pool(5))
    assert.deepEqual(await codes('topic.yaml'), [])
    await eventually(
      () => client.refreshes(),
      count => count > before,
    )
  })

  it('forgets what lay in a folder that is deleted', async () => {
    client = await startClient({ 'cluster.yaml': cluster, 'live/pool.yaml': pool(3), 'topic.yaml': topic('5') })
    client.open('topic.yaml', topic('5'))
    await eventually(
      () => codes('topic.yaml'),
      found => found.join() === 'KR305',
    )
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('live'), type: 3 }],
    })
    await eventually(
      () => codes('topic.yaml'),
      found => found.length === 0,
    )
  })

  it('goes back to the disk when a file is closed, and follows the disk', async () => {
    client = await startClient({ 'cluster.yaml': cluster, 'pool.yaml': pool(3), 'topic.yaml': topic('5') })
    client.open('topic.yaml', topic('5'))
    client.open('pool.yaml', pool(5))
    await eventually(
      () => codes('topic.yaml'),
      found => found.length === 0,
    )
    client.close('pool.yaml')
    await eventually(
      () => codes('topic.yaml'),
      found => found.join() === 'KR305',
    )
    client.write('pool.yaml', pool(7))
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('pool.yaml'), type: 2 }],
    })
    await eventually(
      () => codes('topic.yaml'),
      found => found.length === 0,
    )
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('pool.yaml'), type: 3 }],
    })
    client.change('topic.yaml', topic('2'))
    assert.deepEqual(await codes('topic.yaml'), ['KR301'])
  })

  it('tells of open files only, of the whole workspace on demand, and streams what changes', async () => {
    client = await startClient({ 'a.yaml': topic('1', 'a'), 'b.json': sink, 'c.txt': topic('1') })
    client.open('a.yaml', topic('1', 'a'))
    const told = new Map<string, number>()
    client.connection.onNotification('$/progress', ({ value }: { value: WorkspaceDiagnosticReport }) => {
      for (const item of value.items ?? []) if (item.kind === 'full') told.set(item.uri, item.items.length)
    })
    void client.connection
      .sendRequest('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'p' })
      .catch(() => undefined)
    await eventually(
      () => told.get(client.uri('a.yaml')),
      count => count === 1,
    )
    assert.equal(told.has(client.uri('b.json')), false)
    assert.deepEqual(await client.connection.sendRequest('kafkaReview/reviewWorkspace', {}), { files: 2, findings: 2 })
    await eventually(
      () => told.get(client.uri('b.json')),
      count => count === 1,
    )
    client.write('b.json', sink.replace('ap-south-1', 'eu-central-1'))
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('b.json'), type: 2 }],
    })
    client.write('b.json', '{}')
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('b.json'), type: 2 }],
    })
    await eventually(
      () => told.get(client.uri('b.json')),
      count => count === 0,
    )
  })

  it('tells of what it had put off when somebody asks for all findings', async () => {
    const many = Array.from({ length: 210 }, (_, i) => `t${i}.yaml`)
    client = await startClient(Object.fromEntries(many.map(path => [path, topic('1', path)])), {})
    await client.connection.sendRequest('kafkaReview/reviewWorkspace', {})
    const shown = (): number => many.filter(path => client.pushed.get(client.uri(path))?.length).length
    await eventually(shown, count => count === many.length, 10_000)
    client.open('.kafka-review.yaml', 'ignore: [{path: "**", code: KR301, reason: one broker}]\n')
    await client.connection.sendRequest('kafkaReview/findings', {})
    await eventually(shown, count => count === 0, 10_000)
  })

  it('stops a review of the workspace that is cancelled, and shows nothing of it', async () => {
    client = await startClient(
      Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`t${i}.yaml`, topic('1', `t${i}`)])),
    )
    const source = new CancellationTokenSource()
    let looked = 0
    client.connection.onNotification('kafkaReview/progress', ({ files }: { files: number }) => {
      looked = files
      source.cancel()
    })
    await assert.rejects(client.connection.sendRequest('kafkaReview/reviewWorkspace', {}, source.token), {
      code: LSPErrorCodes.RequestCancelled,
    })
    assert.ok(looked > 0 && looked < 200, String(looked))
    const workspace = new CancellationTokenSource()
    const waiting = client.connection.sendRequest<WorkspaceDiagnosticReport>(
      'workspace/diagnostic',
      { previousResultIds: [] },
      workspace.token,
    )
    workspace.cancel()
    assert.deepEqual(await waiting, { items: [] }, 'a pull that waits ends when it is cancelled')
  })

  it('pushes to clients that do not pull', async () => {
    client = await startClient({}, {})
    client.open('topic.yaml', topic('2'))
    await eventually(
      () => client.pushed.get(client.uri('topic.yaml'))?.length,
      count => count === 1,
    )
    client.change('topic.yaml', topic('3'))
    await eventually(
      () => client.pushed.get(client.uri('topic.yaml'))?.length,
      count => count === 0,
    )
  })

  it('offers fixes, and makes their edits when one is chosen', async () => {
    client = await startClient({ 'kafka.yaml': `${cluster}  cruiseControl: {}\n` })
    client.open('topic.yaml', topic('2'))
    await client.connection.sendRequest('kafkaReview/reviewWorkspace', {})
    const position = { line: 7, character: 12 }
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri('topic.yaml') },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    })
    assert.deepEqual(
      actions.map(({ title, kind, edit }) => ({ title, kind, edit })),
      [
        {
          title: 'Set replication factor to 3 (Cruise Control reassigns its partitions)',
          kind: 'quickfix',
          edit: undefined,
        },
        { title: 'Suppress KR301 on this line, with a reason', kind: 'quickfix.kafkaReview.accept', edit: undefined },
        {
          title: 'Suppress KR301 in this file, with a reason in .kafka-review.yaml',
          kind: 'quickfix.kafkaReview.accept',
          edit: undefined,
        },
        {
          title: 'Switch KR301 off everywhere, in .kafka-review.yaml',
          kind: 'quickfix.kafkaReview.accept',
          edit: undefined,
        },
      ],
    )
    const [first] = actions
    assert.ok(first)
    const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', first)
    const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[]
    assert.deepEqual(change?.edits, [
      { range: { start: { line: 7, character: 12 }, end: { line: 7, character: 13 } }, newText: '3' },
    ])
    assert.equal(change.textDocument.version, 1)
    client.change('topic.yaml', topic('3'))
    assert.equal(
      (await client.connection.sendRequest<CodeAction>('codeAction/resolve', first)).edit,
      undefined,
      'a finding that is gone has no fix',
    )
  })

  it('offers to accept a finding, and leaves the cursor in the reason', async () => {
    client = await startClient({}, pulling, { placeCursor: 'test.placeCursor' })
    const accept = async (
      path: string,
      text: string,
      code: string,
      offset: number,
    ): Promise<{ text: string; rest: string } | undefined> => {
      client.open(path, text)
      const at = positionIn(text, offset)
      const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: client.uri(path) },
        range: { start: at, end: at },
        context: { diagnostics: [] },
      })
      const chosen = actions.filter(({ title }) => title.startsWith(`Suppress ${code}`))
      assert.ok(chosen.length > 0, actions.map(({ title }) => title).join())
      const { edit, command } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', chosen[0])
      const change = edit?.documentChanges?.at(-1) as TextDocumentEdit
      const [{ range, newText }] = change.edits as [TextEdit]
      const [{ uri, range: hole }] = (command?.arguments ?? []) as [Location]
      assert.equal(command?.command, 'test.placeCursor')
      assert.equal(uri, change.textDocument.uri)
      const before = uri === client.uri(path) ? text : ''
      const after = before.slice(0, offsetIn(before, range.start)) + newText + before.slice(offsetIn(before, range.end))
      return { text: newText, rest: after.slice(offsetIn(after, hole.start)) }
    }
    const orders = topic('2')
    assert.deepEqual(await accept('topic.yaml', orders, 'KR301', orders.indexOf(' 2') + 1), {
      text: '  # kafka-review-ignore KR301 -- \n',
      rest: '\n  replicas: 2\n',
    })
    assert.deepEqual(await accept('sinks/sink.json', sink, 'KR401', sink.indexOf('ap-south')), {
      text: 'version: 1\nignore:\n  - path: sinks/sink.json\n    code: KR401\n    reason: ""\n',
      rest: '"\n',
    })
    const worker =
      'group.id=w\nbootstrap.servers=b-1.dr.a1b2c3.c2.kafka.ap-south-1.amazonaws.com:9094\nsecurity.protocol=SSL\noffset.storage.topic=o\n'
    assert.deepEqual(await accept('w.properties', worker, 'KR404', worker.indexOf('b-1')), {
      text: '# kafka-review-ignore KR404 -- \n',
      rest: `\n${worker.slice(worker.indexOf('bootstrap'))}`,
    })
    const inBlock = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\n---\n${orders}`.replace(
      'replicas: 2',
      'replicas:\n    2',
    )
    assert.deepEqual(
      (await accept('deep.yaml', inBlock, 'KR301', inBlock.lastIndexOf('2')))?.rest.split('\n').slice(0, 2),
      ['', '    2'],
    )
  })

  it('creates the configuration that a fix declares something in', async () => {
    client = await startClient({})
    client.open('sinks/sink.json', sink)
    const range = {
      start: { line: 0, character: sink.indexOf('ap-south') },
      end: { line: 0, character: sink.indexOf('ap-south') },
    }
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri('sinks/sink.json') },
      range,
      context: { diagnostics: [] },
    })
    const declare = actions.find(({ title }) => title.startsWith('Declare'))
    assert.ok(declare)
    const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', declare)
    assert.deepEqual(edit?.documentChanges, [
      { kind: 'create', uri: client.uri('.kafka-review.yaml'), options: { ignoreIfExists: true } },
      {
        textDocument: { uri: client.uri('.kafka-review.yaml'), version: null },
        edits: [
          {
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
            newText:
              'version: 1\nsafeguards:\n  - destination: s-1\n    kind: scc\n    reference: ""\n    importer: ""\n    module: ""\n    assessed: ""\n    expires: ""\n',
          },
        ],
      },
    ])
  })

  it('shows country and owner behind the values that decide, unless the setting is off', async () => {
    const s3 = (region: string): string =>
      `{"name": "s-${region}", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "orders", "s3.region": "${region}"}}`
    const regions = ['us-east-1', 'eu-central-1', 'eu-west-2', 'ap-south-1', 'ap-northeast-1', '${env:REGION}']
    const files = {
      'sinks.json': `[\n${regions.map(s3).join(',\n')}\n]`,
      'box.json':
        '{"name": "s-box", "config": {"connector.class": "io.confluent.connect.http.HttpSinkConnector", "topics": "orders", "http.api.url": "https://api.fsn1.your-objectstorage.com/v1"}}',
      '.kafka-review.yaml':
        'version: 1\nsafeguards:\n  - destination: s-ap-south-1\n    kind: scc\n    date: 2026-03-01\n    reference: DPA 1\n',
    }
    client = await startClient(files, {
      ...pulling,
      workspace: { ...pulling.workspace, configuration: true, inlayHint: { refreshSupport: true } },
    })
    let inlayHints = true
    let asked = 0
    client.connection.onRequest('workspace/configuration', () => [{ scope: 'openFiles', inlayHints }])
    client.connection.onRequest('workspace/inlayHint/refresh', () => {
      asked++
      return null
    })
    const hints = async (path: string, from = 0, to = 99): Promise<string[]> => {
      const found = await client.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', {
        textDocument: { uri: client.uri(path) },
        range: { start: { line: from, character: 0 }, end: { line: to, character: 0 } },
      })
      return found.map(({ label, position }) => `${position.line}: ${String(label)}`)
    }
    const all = [
      '1: US · covered only if in scope · Amazon',
      '2: DE · Amazon (subject to US law)',
      '3: GB · adequate · Amazon',
      '4: IN · SCC declared · Amazon',
      '5: JP · covered only if in scope · Amazon',
    ]
    for (const [path, text] of Object.entries(files)) client.open(path, text)
    await eventually(
      () => hints('sinks.json'),
      found => found.join() === all.join(),
    )
    assert.deepEqual(await hints('sinks.json', 2, 3), all.slice(1, 2))
    assert.deepEqual(await hints('box.json'), ['0: DE · Hetzner'])
    inlayHints = false
    const before = asked
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} })
    await eventually(
      () => asked,
      count => count > before,
    )
    assert.deepEqual(await hints('sinks.json'), [])
  })

  it('counts the personal fields above each record, unless the setting is off', async () => {
    const files = {
      'patient.avsc':
        '{"type": "record", "name": "Patient", "fields": [\n{"name": "patient_id", "type": "string"},\n{"name": "diagnosis", "type": "string"},\n{"name": "ward", "type": "string"}]}',
      'driver.proto':
        'syntax = "proto3";\n\nmessage Shelf { string number = 1; }\nmessage Driver { string first_name = 1; }\n',
    }
    client = await startClient(files, { ...pulling, workspace: { ...pulling.workspace, configuration: true } })
    let codeLens = true
    client.connection.onRequest('workspace/configuration', () => [{ scope: 'openFiles', codeLens }])
    for (const [path, text] of Object.entries(files)) client.open(path, text)
    const lenses = async (path: string): Promise<string[]> => {
      const found = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
        textDocument: { uri: client.uri(path) },
      })
      return found.map(({ range, command }) => `${range.start.line}: ${command?.title ?? ''}`)
    }
    assert.deepEqual(await lenses('patient.avsc'), ['0: 2 personal fields · 1 special · Art. 30'])
    assert.deepEqual(await lenses('driver.proto'), ['3: 1 personal field · Art. 30'])
    codeLens = false
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} })
    await eventually(
      () => lenses('patient.avsc'),
      found => found.length === 0,
    )
  })

  it('explains a finding on hover, and nothing beside it', async () => {
    client = await startClient({})
    client.open('sink.json', sink)
    const hover = async (character: number): Promise<Hover | null> =>
      client.connection.sendRequest('textDocument/hover', {
        textDocument: { uri: client.uri('sink.json') },
        position: { line: 0, character },
      })
    const shown = await hover(sink.indexOf('ap-south') + 3)
    const text = shown && typeof shown.contents === 'object' && 'value' in shown.contents ? shown.contents.value : ''
    for (const part of [
      'KR401',
      'Chapter V',
      'India: third country without an adequacy decision',
      'What to do',
      'stated in the file',
    ])
      assert.ok(text.includes(part), part)
    const { page } = rules.find(({ code }) => code === 'KR401') ?? assert.fail()
    assert.ok(text.includes(`\n\n${sectionOf(page, 'What to do')}\n\n`), text)
    assert.ok(text.includes(`\n\n**Why it matters**\n\n${sectionOf(page, 'Why it matters')}\n\n[GDPR Art. `), text)
    assert.equal(await hover(1), null)
  })

  it('explains on hover the codes in comments that silence, and nothing else in them', async () => {
    const text = `# kafka-review-ignore-file KR302 -- rebuilt\n${topic('2').replace('replicas: 2', 'replicas: 2 # kafka-review-ignore KR301, KR999 -- KR303')}`
    client = await startClient({ 'topic.yaml': text })
    client.open('topic.yaml', text)
    const hover = async (piece: string): Promise<string> => {
      const found = await client.connection.sendRequest<Hover | null>('textDocument/hover', {
        textDocument: { uri: client.uri('topic.yaml') },
        position: positionIn(text, text.indexOf(piece) + 2),
      })
      return found ? (found.contents as { value: string }).value : 'nothing'
    }
    for (const code of ['KR301', 'KR302']) assert.match(await hover(code), new RegExp(`^\\*\\*${code}\\*\\* `, 'm'))
    for (const none of ['KR999', 'rebuilt', 'orders']) assert.doesNotMatch(await hover(none), /^\*\*KR\d+\*\* /m, none)
  })

  it('shows names of files as words on hover: no picture is fetched, no line is theirs', async () => {
    client = await startClient({})
    const user = `apiVersion: kafka.strimzi.io/v1\nkind: KafkaUser\nmetadata:\n  name: "u ![u](https://evil.example/u.png)\\n\\n# forged"\nspec:\n  authorization:\n    type: simple\n    acls:\n      - resource: { type: group, name: payment-processor, patternType: literal }\n        operations: [Read]\n`
    client.open('user.yaml', user)
    const shown = await client.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri: client.uri('user.yaml') },
      position: positionIn(user, user.indexOf('payment-processor') + 2),
    })
    const text = shown && typeof shown.contents === 'object' && 'value' in shown.contents ? shown.contents.value : ''
    assert.match(text, /user u \\!\\\[u\\\]\(https:/)
    assert.doesNotMatch(text, /!\[|^# forged/m)
  })

  it('writes the record of what stands at a position', async () => {
    client = await startClient({ 'all.yaml': `${topic('3')}---\n${topic('3', 'returns')}` })
    const snippet = (position?: { line: number; character: number }): Promise<SnippetResult> =>
      client.connection.sendRequest('kafkaReview/snippet', { uri: client.uri('all.yaml'), position })
    assert.equal((await snippet({ line: 12, character: 3 })).title, 'returns')
    assert.equal((await snippet()).title, 'orders, returns')
    assert.ok((await snippet({ line: 2, character: 0 })).markdown.startsWith('## orders (proposed)\n'))
  })

  it('tells how the review stands', async () => {
    client = await startClient({ 'a.yaml': topic('1'), 'b.json': sink })
    let status: Status | undefined
    client.connection.onNotification('kafkaReview/status', (next: Status) => {
      status = next
    })
    await eventually(
      () => status,
      value => value?.state === 'ready',
    )
    assert.deepEqual(status, {
      state: 'ready',
      files: 2,
      errors: 0,
      warnings: 2,
      notes: 0,
      leftOut: [],
      coverage: { understood: 2, part: 0, not: 0 },
      slow: [],
    })
  })

  it('serves the pages of the rules', async () => {
    client = await startClient({})
    assert.ok(
      (await client.connection.sendRequest<string>('kafkaReview/rulePage', { code: 'KR301' })).startsWith(
        '# KR301 replication-factor-below-three\n',
      ),
    )
    assert.equal(await client.connection.sendRequest('kafkaReview/rulePage', { code: 'KR000' }), '')
  })

  it('speaks the language of its editor, two servers each their own', async () => {
    const german = await startClient({}, pulling, {}, { locale: 'de-AT' })
    client = await startClient({}, pulling, {}, { locale: 'fr' })
    const told = async (own: TestClient): Promise<string[]> => {
      own.open('topic.yaml', topic('2'))
      const { items } = await own.connection.sendRequest<{ items: { message: string }[] }>('textDocument/diagnostic', {
        textDocument: { uri: own.uri('topic.yaml') },
      })
      return items.map(({ message }) => message)
    }
    const page = (own: TestClient): Promise<string> =>
      own.connection.sendRequest('kafkaReview/rulePage', { code: 'KR301' })
    try {
      assert.deepEqual(await told(german), [
        'Topic orders hat 2 Replikate; mindestens 3 verwenden, auf ebenso vielen Brokern',
      ])
      assert.deepEqual(await told(client), ['Topic orders : 2 réplicas ; en prévoir au moins 3, sur autant de brokers'])
      assert.match(await page(german), /\n## Beispiele\n\nGemeldet:\n\n```yaml\n/)
      assert.match(await page(client), /\n## Exemples\n\nSignalé :\n\n```yaml\n/)
    } finally {
      german.end()
    }
  })

  it('survives files that vanish, folders that do not exist and text that is none', async () => {
    client = await startClient({ 'a.yaml': topic('1'), 'binary.json': '"connector.class"\u0000\u0001\uFFFD{' })
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: client.uri('never.yaml'), type: 1 },
        { uri: 'untitled:Untitled-1', type: 2 },
      ],
    })
    client.open('binary.json', '\u0000"connector.class": {{{')
    assert.deepEqual(await codes('binary.json'), [])
    assert.deepEqual(await codes('nowhere.yaml'), [])
  })
})
