import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type {
  CodeAction,
  DocumentDiagnosticReport,
  Location,
  PublishDiagnosticsParams,
  TextDocumentEdit,
} from 'vscode-languageserver'
import { URI } from 'vscode-uri'
import type { Files } from '../../server/src/host/files.ts'
import { nodeFiles, nodePaths } from '../../server/src/host/node.ts'
import type { Library } from '../../server/src/assess/db.ts'
import type { Status } from '../../server/src/lsp/protocol.ts'
import { toUri } from '../../server/src/text/uri.ts'
import { eventually, pulling, startClient, type TestClient } from '../support/client.ts'
import { theLibrary } from '../support/fixtures.ts'
import { memoryFiles } from '../support/memory-files.ts'
import { cluster, pool, sink, topic } from '../support/shop.ts'

const shop = { 'cluster.yaml': cluster, 'pool.yaml': pool(3), 'topic.yaml': topic(5) }

describe('the files of the language server', () => {
  let client: TestClient
  afterEach(() => client.end())

  const codes = async (path: string): Promise<string> => {
    const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: client.uri(path) },
    })
    return report.kind === 'full' ? report.items.map(({ code }) => String(code)).join() : report.kind
  }
  const becomes = (path: string, expected: string): Promise<string> =>
    eventually(
      () => codes(path),
      found => found === expected,
    )
  const watched = (type: 1 | 2 | 3, ...paths: string[]): Promise<void> =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: paths.map(path => ({ uri: client.uri(path), type })),
    })
  const statuses = (): { last: Status | undefined } => {
    const seen: { last: Status | undefined } = { last: undefined }
    client.connection.onNotification('kafkaReview/status', (next: Status) => {
      seen.last = next
    })
    return seen
  }
  const ready = async (seen: { last: Status | undefined }): Promise<Status> => {
    const status = await eventually(
      () => seen.last,
      value => value?.state === 'ready',
    )
    assert.ok(status)
    return status
  }

  /** What has to hold wherever the folder lies and however the client spells it. */
  const holdsThere = async (): Promise<void> => {
    const seen = statuses()
    client.open('topic.yaml', topic(5))
    client.open('pool.yaml', pool(3))
    await becomes('topic.yaml', 'KR305')
    assert.equal((await ready(seen)).files, 3, 'an open file is the one in the folder')
    const [definition] = await client.connection.sendRequest<Location[]>('textDocument/definition', {
      textDocument: { uri: client.uri('topic.yaml') },
      position: { line: 5, character: 26 },
    })
    assert.equal(definition?.uri, client.uri('cluster.yaml'), 'the client gets back its own spelling')
    const at = { line: 7, character: 12 }
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri('topic.yaml') },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    })
    const fix = actions.find(({ title }) => title.startsWith('Suppress'))
    const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', fix)
    const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[]
    assert.deepEqual([change?.textDocument.uri, change?.textDocument.version], [client.uri('topic.yaml'), 1])
  }

  it('are found again in a folder whose name editors and Node spell differently', async () => {
    client = await startClient(shop)
    assert.match(client.uri('topic.yaml'), /a%2Bb%20%28c%29%27s%20%40x%2C%20%C3%BC%3D1%3Bd%3Ae\/topic\.yaml$/)
    await holdsThere()
  })

  it('are found again on a drive of Windows', async () => {
    const root = URI.file('/C:/Users/Jürgen Ö/a+b')
    assert.match(root.toString(), /^file:\/\/\/c%3A\/Users\/J%C3%BCrgen%20%C3%96\/a%2Bb$/)
    const disk = new Map(
      Object.entries(shop).map(([path, text]) => [`file:///C:/Users/J%C3%BCrgen%20%C3%96/a+b/${path}`, text]),
    )
    client = await startClient({}, pulling, {}, { files: memoryFiles(disk), root })
    await holdsThere()
  })

  it('obey a configuration that nobody has open', async () => {
    client = await startClient({ ...shop, '.kafka-review.yaml': 'version: 1\nrules:\n  KR305: off\n  KR301: off\n' })
    client.open('topic.yaml', topic(2))
    await becomes('topic.yaml', '')
    client.write('.kafka-review.yaml', 'version: 1\n')
    await watched(2, '.kafka-review.yaml')
    await becomes('topic.yaml', 'KR301')
  })

  it('are pushed under the names that the client gave them', async () => {
    client = await startClient(shop, {})
    const pushed: string[] = []
    client.connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri }: PublishDiagnosticsParams) => void pushed.push(uri),
    )
    client.open('topic.yaml', topic(5))
    await eventually(
      () => pushed,
      uris => uris.includes(client.uri('topic.yaml')),
    )
    assert.ok(
      pushed.every(uri => uri.startsWith(client.uri(''))),
      pushed.join(),
    )
  })

  it('are forgotten when they go, also where they said nothing of Kafka', async () => {
    const resource =
      'variable "copies" {}\nresource "kafka_topic" "t" {\n  name = "t"\n  partitions = 1\n  replication_factor = var.copies\n}\n'
    client = await startClient({ 'terraform.tfvars': 'copies = 3\n' })
    const seen = statuses()
    await ready(seen)
    rmSync(join(client.folder, 'terraform.tfvars'))
    await watched(3, 'terraform.tfvars')
    client.write('a.auto.tfvars', 'copies = 1\n')
    client.write('main.tf', resource)
    await watched(1, 'a.auto.tfvars', 'main.tf')
    client.open('a.auto.tfvars', 'copies = 1\n', 'terraform-vars')
    await becomes('a.auto.tfvars', 'KR301')
    client.close('a.auto.tfvars')
    client.open('main.tf', resource.replace('{}', '{\n  default = 1\n}'), 'terraform')
    rmSync(join(client.folder, 'a.auto.tfvars'))
    await watched(3, 'a.auto.tfvars')
    await becomes('main.tf', 'KR301')
  })

  it('are what the editor holds while they are open, whatever happens on disk', async () => {
    client = await startClient(shop)
    client.open('topic.yaml', `\n\n${topic(1)}`)
    await becomes('topic.yaml', 'KR301')
    rmSync(join(client.folder, 'topic.yaml'))
    await watched(3, 'topic.yaml')
    client.write('topic.yaml', topic(2))
    await watched(1, 'topic.yaml')
    const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: client.uri('topic.yaml') },
    })
    const [finding] = report.kind === 'full' ? report.items : []
    assert.match(String(finding?.message), /has 1 replica\b/)
    assert.equal(finding?.range.start.line, 9)
    client.close('topic.yaml')
    await eventually(
      async () => {
        const { items } = await client.connection.sendRequest<{ items: { range: Location['range'] }[] }>(
          'textDocument/diagnostic',
          { textDocument: { uri: client.uri('topic.yaml') } },
        )
        return items.map(({ range }) => range.start.line).join()
      },
      lines => lines === '7',
    )
  })

  it('have no say any more when they are deleted, though an editor still shows what was saved', async () => {
    const off = 'version: 1\nrules:\n  KR301: off\n'
    client = await startClient({ 'topic.yaml': topic(2) })
    client.open('topic.yaml', topic(2))
    client.open('.kafka-review.yaml', off)
    await becomes('topic.yaml', '')
    client.write('.kafka-review.yaml', off)
    client.save('.kafka-review.yaml')
    await watched(1, '.kafka-review.yaml')
    rmSync(join(client.folder, '.kafka-review.yaml'))
    await watched(3, '.kafka-review.yaml')
    await becomes('topic.yaml', 'KR301')
    client.write('.kafka-review.yaml', 'version: 1\n')
    await watched(1, '.kafka-review.yaml')
    await becomes('topic.yaml', '')
    client.change('.kafka-review.yaml', 'version: 1\n')
    await becomes('topic.yaml', 'KR301')
  })

  it('are left out where git ignores them, until they are opened', async () => {
    client = await startClient({
      ...shop,
      '.gitignore': 'gen/\n',
      'gen/topic.yaml': topic(1),
      'gen/pool.yaml': pool(9),
    })
    const seen = statuses()
    assert.equal((await ready(seen)).files, 3)
    await watched(2, 'gen/topic.yaml', 'gen/pool.yaml')
    client.open('gen/topic.yaml', topic(1))
    await becomes('gen/topic.yaml', 'KR301')
    await eventually(
      () => seen.last?.files,
      files => files === 4,
    )
    client.close('gen/topic.yaml')
    await eventually(
      () => seen.last?.files,
      files => files === 3,
    )
    client.write('.gitignore', '*a*a*a*a*b\ngen/\n')
    await watched(2, '.gitignore')
    client.open('gen/pool.yaml', pool(9))
    await eventually(
      () => seen.last?.leftOut.map(({ uri }) => uri).join(),
      uris => uris === client.uri('.gitignore'),
    )
    client.close('gen/pool.yaml')
    client.write('.gitignore', '')
    await watched(2, '.gitignore')
    await eventually(
      () => seen.last?.files,
      files => files === 5,
    )
    assert.deepEqual(seen.last?.leftOut, [])
  })

  it('cost nothing but themselves where a rule throws on them', async () => {
    const library: Library = { ...theLibrary() }
    const broken = new Proxy(library, {
      get(target, name) {
        if (name !== 'knowledge') return Reflect.get(target, name)
        return new Proxy(target.knowledge, {
          get(knowledge, key) {
            if (key === 'connectors') throw new Error('connectors are broken')
            return Reflect.get(knowledge, key)
          },
        })
      },
    })
    client = await startClient({ ...shop, 'sink.json': sink }, pulling, {}, { library: broken })
    const seen = statuses()
    client.open('topic.yaml', topic(5))
    const status = await ready(seen)
    assert.equal(status.files, 4)
    assert.ok(
      status.leftOut.some(({ why }) => /^internal error while checking KR\d+: connectors are broken$/.test(why)),
      JSON.stringify(status),
    )
    await becomes('topic.yaml', 'KR305')
    client.open('sink.json', `${sink}\n`)
    await eventually(
      () => client.logged,
      lines => new Set(lines.filter(line => line.includes('internal error'))).size > 0,
    )
    client.change('topic.yaml', topic(2))
    await becomes('topic.yaml', 'KR301')
    await eventually(
      () => seen.last?.warnings,
      warnings => warnings === 1,
    )
    const faults = client.logged.filter(line => line.includes('internal error'))
    assert.match(faults.join('\n'), /sink\.json: internal error [\s\S]*Please report this at https:/)
    assert.equal(new Set(faults).size, faults.length, 'each is told once')
  })

  it('are named where they cannot be read, until they can or go', async () => {
    const disk = nodeFiles()
    let isLocked = true
    const files: Files = {
      ...disk,
      read: file =>
        isLocked && file.endsWith('topic.yaml') ? Promise.resolve({ problem: 'locked' }) : disk.read(file),
    }
    client = await startClient(shop, pulling, {}, { files })
    const seen = statuses()
    const leftOut = (number: number): Promise<Status | undefined> =>
      eventually(
        () => seen.last,
        status => status?.state === 'ready' && status.leftOut.length === number && status.files === 3 - number,
      )
    await leftOut(1)
    assert.deepEqual(seen.last?.leftOut, [{ uri: client.uri('topic.yaml'), why: 'locked' }])
    for (const locked of [false, true]) {
      isLocked = locked
      await watched(2, 'topic.yaml')
      await leftOut(locked ? 1 : 0)
    }
    await watched(3, 'topic.yaml')
    await eventually(
      () => seen.last,
      status => status?.leftOut.length === 0 && status.files === 2,
    )
  })

  it('cost nothing but a look where the disk throws', async () => {
    const disk = nodeFiles()
    const broken = { ...disk, list: () => Promise.reject(new Error('the disk is broken')) }
    client = await startClient(shop, pulling, {}, { files: broken })
    const seen = statuses()
    assert.equal((await ready(seen)).files, 0)
    client.open('topic.yaml', topic(2))
    assert.equal(await codes('topic.yaml'), 'KR301')
  })
})

describe('paths of a system', () => {
  it('become URIs and back on Windows', () => {
    const windows = nodePaths({ windows: true })
    for (const [path, uri, spelled] of [
      ["C:\\Users\\Jürgen\\a+b (c)'s @x.yaml", 'file:///c:/Users/J%C3%BCrgen/a%2Bb%20%28c%29%27s%20%40x.yaml'],
      ['d:\\100% #1.tf', 'file:///d:/100%25%20%231.tf'],
      ['\\\\server\\share\\topic.yaml', 'file://server/share/topic.yaml'],
    ].map(([path = '', uri = '']) => [path, uri, URI.parse(uri).toString()] as const)) {
      assert.equal(windows.uriOf(path), uri)
      assert.equal(toUri(spelled), uri, 'as VS Code spells it')
      assert.equal(windows.pathOf(toUri(uri))?.toLowerCase(), path.toLowerCase())
    }
    assert.equal(windows.pathOf(toUri('untitled:Untitled-1')), undefined)
    assert.equal(windows.pathOf(toUri('file:///no-drive/x.yaml')), undefined)
    assert.equal(nodePaths({ windows: false }).pathOf(toUri('file://server/share/x.yaml')), undefined)
  })
})
