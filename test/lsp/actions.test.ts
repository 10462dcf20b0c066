import assert from 'node:assert/strict'
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  Hover,
  Position,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver'
import { applyEdits } from '../../server/src/text/edit.ts'
import { indexLines } from '../../server/src/text/line-index.ts'
import { pulling, startClient, type TestClient } from '../support/client.ts'

const consumer = 'bootstrap.servers=kafka-1.example.internal:9093\nsecurity.protocol=SSL\ngroup.id=payroll-export\n'
const user =
  'apiVersion: kafka.strimzi.io/v1\nkind: KafkaUser\nmetadata:\n  name: svc-a41\nspec:\n  authorization:\n    type: simple\n    acls:\n      - resource:\n          type: group\n          name: payroll-export\n        operations: [Read]\n'
const topic =
  'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: orders # kafka-review-ignore KR105 -- was personal once\nspec:\n  replicas: 2 # kafka-review-ignore KR301, KR302 -- rebuilt every night\n'
const previewing: ClientCapabilities = {
  ...pulling,
  workspace: { ...pulling.workspace, workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
}

describe('what the language server changes', () => {
  let client: TestClient
  afterEach(() => client.end())

  const actionsAt = (path: string, position: Position, only?: string[]): Promise<CodeAction[]> =>
    client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri(path) },
      range: { start: position, end: position },
      context: { diagnostics: [], ...(only ? { only } : {}) },
    })

  /** The texts as an edit leaves them, by path. */
  const apply = (edit: WorkspaceEdit | undefined, texts: Readonly<Record<string, string>>): Record<string, string> => {
    const changes = (edit?.documentChanges ?? []).filter((change): change is TextDocumentEdit => 'edits' in change)
    return Object.fromEntries(
      changes.map(({ textDocument, edits }) => {
        const path =
          Object.keys(texts).find(name => client.uri(name) === textDocument.uri) ??
          textDocument.uri.slice(textDocument.uri.lastIndexOf('/') + 1)
        const text = texts[path] ?? ''
        const lines = indexLines(text)
        return [
          path,
          applyEdits(
            text,
            edits.map(change => ({
              span: { start: lines.offset(change.range.start), end: lines.offset(change.range.end) },
              text: 'newText' in change ? change.newText : '',
            })),
          ),
        ]
      }),
    )
  }

  it('renames a group in every file at once, and shows it first', async () => {
    const texts = { 'consumer.properties': consumer, 'users/user.yaml': user }
    client = await startClient(texts, previewing)
    client.open('consumer.properties', consumer)
    await client.connection.sendRequest('kafkaReview/reviewWorkspace', {})
    const [rename] = (await actionsAt('consumer.properties', { line: 2, character: 12 })).filter(({ title }) =>
      title.startsWith('Rename'),
    )
    assert.equal(
      rename?.title,
      'Rename group to cg-9684c7 in 2 files (the group starts without committed offsets: records are read again or skipped; the new right stands beside the old one)',
    )
    const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', rename)
    const [annotation] = Object.values(edit?.changeAnnotations ?? {})
    assert.equal(annotation?.needsConfirmation, true)
    assert.match(
      annotation?.description ?? '',
      /Committed offsets remain under "payroll-export".* --group payroll-export --reset-offsets .* --group cg-9684c7 --reset-offsets --from-file/,
    )
    for (const change of edit?.documentChanges ?? [])
      for (const one of 'edits' in change ? change.edits : [change])
        assert.ok('annotationId' in one, 'a change that nobody confirms')
    assert.deepEqual(apply(edit, texts), {
      'consumer.properties': consumer.replace('payroll-export', 'cg-9684c7'),
      // The old right stays until nobody uses it any more.
      'users/user.yaml': `${user}      - resource:\n          type: group\n          name: cg-9684c7\n        operations:\n          - Read\n`,
      '.kafka-review.yaml': 'version: 1\ngroups:\n  aliases:\n    cg-9684c7: payroll-export\n',
    })
  })

  it('makes the same change without a preview where the editor has none', async () => {
    client = await startClient({ 'consumer.properties': consumer })
    client.open('consumer.properties', consumer)
    const [rename] = (await actionsAt('consumer.properties', { line: 2, character: 12 })).filter(({ title }) =>
      title.startsWith('Rename'),
    )
    const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', rename)
    assert.equal(edit?.changeAnnotations, undefined)
    assert.equal(
      apply(edit, { 'consumer.properties': consumer })['consumer.properties'],
      consumer.replace('payroll-export', 'cg-9684c7'),
    )
  })

  it('says on hover what is left to do beside a fix', async () => {
    client = await startClient({})
    client.open('consumer.properties', consumer)
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri: client.uri('consumer.properties') },
      position: { line: 2, character: 12 },
    })
    assert.match(
      (hover.contents as { value: string }).value,
      /After applying the fix[\s\S]*```sh\nkafka-consumer-groups .* --group payroll-export .*\nkafka-consumer-groups .* --group cg-9684c7 .*\n```/,
    )
  })

  it('fixes all that cannot change a running system, and nothing else', async () => {
    const configuration = 'version: 1\nRules:\n  kr301: "Warning"\n'
    client = await startClient({})
    client.open('topic.yaml', topic)
    const start = { line: 0, character: 0 }
    const all = async (path: string, ...only: string[]): Promise<CodeAction[]> => actionsAt(path, start, only)
    const [fix, ...others] = await all('topic.yaml', 'source.fixAll.kafkaReview')
    assert.deepEqual(others, [])
    assert.equal(fix?.kind, 'source.fixAll.kafkaReview')
    assert.deepEqual(
      apply(fix?.edit, { 'topic.yaml': topic })['topic.yaml'],
      topic.replace(' # kafka-review-ignore KR105 -- was personal once', '').replace('KR301, KR302', 'KR301'),
    )
    for (const only of ['source', 'source.fixAll']) assert.equal((await all('topic.yaml', only)).length, 1, only)
    for (const only of ['source.organizeImports', 'source.fixAll.eslint', 'refactor'])
      assert.deepEqual(await all('topic.yaml', only), [], only)
    assert.ok(
      (await actionsAt('topic.yaml', { line: 5, character: 45 })).every(({ kind }) => kind?.startsWith('quickfix')),
      'fix-all is only offered to those who ask for it',
    )
    const preferred = async (path: string, at: { line: number; character: number }): Promise<string[]> =>
      (await actionsAt(path, at)).filter(({ isPreferred }) => isPreferred).map(({ title }) => title)
    assert.deepEqual(await preferred('topic.yaml', { line: 5, character: 45 }), ['Keep only the suppression of KR301'])
    client.open('.kafka-review.yaml', configuration)
    const [corrected] = await all('.kafka-review.yaml', 'source.fixAll')
    assert.equal(
      apply(corrected?.edit, { '.kafka-review.yaml': configuration })['.kafka-review.yaml'],
      'version: 1\nrules:\n  kr301: "Warning"\n',
    )
    client.change('topic.yaml', topic.replace(/ #.*/g, '').replace('replicas: 2', 'replicas: 1'))
    assert.deepEqual(await all('topic.yaml', 'source.fixAll'), [], 'more copies are for a person to decide')
  })

  const topicNamed = (name: string, retention: string): string =>
    `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: ${name}\nspec:\n  replicas: 3\n  config:\n    unclean.leader.election.enable: ${retention}\n`

  it('fixes all of a rule, in the file and in the workspace, and shows it first', async () => {
    const texts = {
      'a.yaml': `${topicNamed('orders', 'true')}---\n${topicNamed('returns', 'true')}`,
      'b.yaml': topicNamed('parcels', 'true'),
      'c.yaml': topicNamed('shelves', 'false'),
    }
    client = await startClient(texts, previewing)
    client.open('a.yaml', texts['a.yaml'])
    await client.connection.sendRequest('kafkaReview/reviewWorkspace', {})
    const actions = await actionsAt('a.yaml', { line: 7, character: 38 })
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => `${title}${isPreferred ? ' *' : ''}`),
      [
        'Set unclean.leader.election.enable to false (a partition without an in-sync replica waits for one) *',
        'Fix all KR304 in this file',
        'Fix all KR304 in 2 files, with a preview',
        'Suppress KR304 on this line, with a reason',
        'Suppress KR304 in this file, with a reason in .kafka-review.yaml',
        'Switch KR304 off everywhere, in .kafka-review.yaml',
      ],
    )
    const chosen = async (title: string): Promise<WorkspaceEdit | undefined> => {
      const action = actions.find(one => one.title.startsWith(title))
      return (await client.connection.sendRequest<CodeAction>('codeAction/resolve', action)).edit
    }
    const mended = (text: string): string => text.replaceAll('enable: true', 'enable: false')
    const inFile = await chosen('Fix all KR304 in this')
    assert.equal(Object.values(inFile?.changeAnnotations ?? {})[0]?.needsConfirmation, true)
    assert.deepEqual(apply(inFile, texts), { 'a.yaml': mended(texts['a.yaml']) })
    assert.deepEqual(apply(await chosen('Fix all KR304 in 2'), texts), {
      'a.yaml': mended(texts['a.yaml']),
      'b.yaml': mended(texts['b.yaml']),
    })
    assert.deepEqual(apply(await chosen('Switch KR304 off'), texts), {
      '.kafka-review.yaml': 'version: 1\nrules:\n  KR304: "off"\n',
    })
  })

  it('belongs to those findings that the editor shows there, by code and place', async () => {
    const text = topicNamed('orders', 'true')
    client = await startClient({ 'a.yaml': text }, previewing)
    client.open('a.yaml', text)
    const shown = (code: string, line: number, character: number): Diagnostic => ({
      code,
      message: `${code} at ${line}:${character}`,
      range: { start: { line, character }, end: { line, character: character + 4 } },
    })
    const at = 'unclean.leader.election.enable: '.length + 4
    const diagnostics = [shown('KR304', 7, at), shown('KR304', 7, 4), shown('KR304', 5, at), shown('KR301', 7, at)]
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri('a.yaml') },
      range: { start: { line: 7, character: at + 1 }, end: { line: 7, character: at + 1 } },
      context: { diagnostics },
    })
    assert.ok(actions.length > 1)
    for (const action of actions)
      assert.deepEqual(
        action.diagnostics?.map(({ message }) => message),
        [`KR304 at 7:${at}`],
        action.title,
      )
  })

  it('accepts everything below a folder, and opens the page where the client can', async () => {
    const texts = { 'kafka/topics/a.yaml': topicNamed('orders', 'true') }
    client = await startClient(texts, previewing, { openPage: 'open.page' })
    client.open('kafka/topics/a.yaml', texts['kafka/topics/a.yaml'])
    const actions = await actionsAt('kafka/topics/a.yaml', { line: 7, character: 38 })
    const below = actions.find(({ title }) => title.includes('below'))
    assert.equal(below?.title, 'Suppress KR304 below kafka/topics/, with a reason in .kafka-review.yaml')
    const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', below)
    assert.deepEqual(apply(edit, texts), {
      '.kafka-review.yaml': 'version: 1\nignore:\n  - path: "kafka/topics/**"\n    code: KR304\n    reason: ""\n',
    })
    assert.deepEqual(actions.at(-1)?.command, {
      title: 'Explain KR304',
      command: 'open.page',
      arguments: ['KR304'],
    })
  })

  it('does not change many places that may change what runs where nobody can look first', async () => {
    const held = (name: string): string =>
      topicNamed(name, 'false').replace('unclean.leader.election.enable: false', 'min.insync.replicas: 1')
    const texts = { 'a.yaml': `${held('orders')}---\n${held('returns')}` }
    client = await startClient(texts)
    client.open('a.yaml', texts['a.yaml'])
    const titles = (await actionsAt('a.yaml', { line: 7, character: 27 })).map(({ title }) => title)
    assert.ok(
      titles.some(title => title.startsWith('Set min.insync.replicas')),
      titles.join('\n'),
    )
    assert.ok(!titles.some(title => title.startsWith('Fix all')), titles.join('\n'))
  })
})
