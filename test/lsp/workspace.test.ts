import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { WorkspaceSymbol } from 'vscode-languageserver'
import { diagnoseWorkspace } from '../../server/src/lsp/diagnostics.ts'
import { nodeFiles } from '../../server/src/host/node.ts'
import { openTextReview, type TextReview } from '../../server/src/host/text-review.ts'
import { openWorkspace } from '../../server/src/lsp/workspace.ts'
import { toUri, type Uri } from '../../server/src/text/uri.ts'
import { eventually, pulling, startClient } from '../support/client.ts'
import { theLibrary } from '../support/fixtures.ts'
import { topic } from '../support/shop.ts'

describe('a file that is closed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-review-'))
  const path = join(folder, 'topics.yaml')
  const uri = toUri(pathToFileURL(path).href)
  const codes = (workspace: ReturnType<typeof openWorkspace>): string[] =>
    workspace.review.findings(uri).map(({ code }) => code)

  before(() => writeFileSync(path, topic(3)))
  after(() => rmSync(folder, { recursive: true }))

  it('is again what lies on disk', async () => {
    const workspace = openWorkspace(theLibrary(), nodeFiles(), [toUri(pathToFileURL(folder).href)])
    workspace.setOpen(uri, topic(2), 'yaml')
    assert.ok(codes(workspace).includes('KR301'))
    await workspace.close(uri)
    assert.ok(!codes(workspace).includes('KR301'))
  })

  it('keeps the text of the editor where it is opened again before the disk is read', async () => {
    const workspace = openWorkspace(theLibrary(), nodeFiles(), [toUri(pathToFileURL(folder).href)])
    workspace.setOpen(uri, topic(2), 'yaml')
    const closed = workspace.close(uri)
    workspace.setOpen(uri, topic(1), 'yaml')
    await closed
    assert.ok(codes(workspace).includes('KR301'))
    assert.equal(workspace.textOf(uri), topic(1))
  })

  it('keeps the text of the editor where it is opened again while the disk is read', async () => {
    const disk = nodeFiles()
    let reopen = (): unknown => undefined
    const read = async (file: Uri): ReturnType<typeof disk.read> => {
      const content = await disk.read(file)
      reopen()
      return content
    }
    const workspace = openWorkspace(theLibrary(), { ...disk, read }, [toUri(pathToFileURL(folder).href)])
    workspace.setOpen(uri, topic(2), 'yaml')
    reopen = () => workspace.setOpen(uri, topic(1), 'yaml')
    await workspace.close(uri)
    assert.ok(codes(workspace).includes('KR301'))
    assert.equal(workspace.textOf(uri), topic(1))
  })
})

describe('diagnostics of the workspace', () => {
  const files = ['a', 'b', 'c'].map(name => toUri(`file:///w/${name}.yaml`))
  const pull = (told: Map<Uri, string>, stopAfter = Infinity): string[] => {
    let asked = 0
    const reports = diagnoseWorkspace(
      new Set(files),
      told,
      () => null,
      uri => {
        asked++
        return { items: [], resultId: `id ${uri}` }
      },
      {
        get isCancellationRequested() {
          return asked >= stopAfter
        },
        onCancellationRequested: () => ({ dispose() {} }),
      },
    )
    return reports.map(({ uri }) => uri)
  }

  it('stop where the client has cancelled, and go on from there', () => {
    const told = new Map<Uri, string>()
    assert.deepEqual(pull(told, 1), files.slice(0, 1))
    assert.deepEqual(pull(told), files.slice(1))
    assert.deepEqual(pull(told), [])
  })

  it('take back what they have told of files that are gone', () => {
    const gone = toUri('file:///w/gone.yaml')
    const told = new Map([...files.map(uri => [uri, `id ${uri}`] as const), [gone, 'id'] as const])
    assert.deepEqual(pull(told), [gone])
    assert.ok(!told.has(gone))
  })
})

describe('a keystroke in a configuration that holds for many files', () => {
  const files = Array.from({ length: 300 }, (_, number) => toUri(`file:///shop/topic-${number}.yaml`))
  const configuration = toUri('file:///shop/.kafka-review.yaml')
  const off = 'version: 1\nrules:\n  KR301: off\n'
  const [open = toUri(''), asked = toUri('')] = files
  const start = (text: string): TextReview => {
    const texts = openTextReview(theLibrary(), () => [toUri('file:///shop/')])
    texts.take([[configuration, text], ...files.map((uri): [Uri, string] => [uri, topic(2)])])
    return texts
  }
  const codes = ({ review }: TextReview, uri: Uri): string[] => review.findings(uri).map(({ code }) => code)

  it('is in force at once where somebody looks, and everywhere when the others had their turn', () => {
    const texts = start('version: 1\n')
    const { review } = texts
    assert.ok(codes(texts, open).includes('KR301'))
    const changed = texts.take([[configuration, off]], uri => uri !== open)
    assert.ok(changed.has(open))
    assert.ok(changed.size < 10, `${changed.size} files at once`)
    assert.ok(review.isBehind())
    for (const uri of [open, asked]) assert.ok(!codes(texts, uri).includes('KR301'), uri)
    let looked = 0
    const first = review.catchUp(() => ++looked > 10)
    assert.ok(review.isBehind())
    const rest = review.catchUp()
    assert.ok(!review.isBehind())
    assert.deepEqual(
      new Set([...changed, ...first, ...rest]).size,
      files.length + 1,
      'everybody is told of each file that changed',
    )
    const cold = start(off)
    for (const uri of files) assert.deepEqual(review.findings(uri), cold.review.findings(uri))
  })

  it('is followed by another one before all had their turn', () => {
    const texts = start('version: 1\n')
    texts.take([[configuration, off]], uri => uri !== open)
    texts.take([[configuration, 'version: 1\n']], uri => uri !== open)
    texts.review.catchUp()
    const cold = start('version: 1\n')
    for (const uri of files) assert.deepEqual(texts.review.findings(uri), cold.review.findings(uri))
  })
})

describe('the folders of a workspace', () => {
  it('are read anew when they are others, and what lay in those that went is forgotten', async () => {
    const files = { 'a/topic.yaml': topic(3, 'orders'), 'b/topic.yaml': topic(3, 'returns') }
    const client = await startClient(files, { ...pulling, workspace: { workspaceFolders: true } })
    try {
      const named = async (): Promise<string[]> =>
        (await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: '' }))
          .map(({ name }) => name)
          .sort()
      await eventually(named, names => names.join() === 'orders,returns')
      let open = ['a']
      client.connection.onRequest('workspace/workspaceFolders', () =>
        open.map(name => ({ uri: client.uri(name), name })),
      )
      for (const folders of [['a'], ['b'], [], ['a', 'b']]) {
        open = folders
        await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
          event: { added: [], removed: [] },
        })
        const expected = folders.map(name => ({ a: 'orders', b: 'returns' })[name]).join()
        await eventually(named, names => names.join() === expected)
      }
    } finally {
      client.end()
    }
  })
})
