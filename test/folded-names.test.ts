import assert from 'node:assert/strict'
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver'
import { URI } from 'vscode-uri'
import { reviewPaths } from '../server/src/cli/review-paths.ts'
import type { Files } from '../server/src/host/files.ts'
import { namedFiles } from '../server/src/host/named-files.ts'
import { diskNames, nodePaths } from '../server/src/host/node.ts'
import { english } from '../server/src/words/en/english.ts'
import { foldedNames } from '../server/src/text/names.ts'
import { toUri, type Uri } from '../server/src/text/uri.ts'
import { pulling, startClient, type TestClient } from './support/client.ts'
import { theLibrary } from './support/fixtures.ts'
import { memoryFiles } from './support/memory-files.ts'

const pool = (replicas: number): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nmetadata:\n  name: brokers\n  labels:\n    strimzi.io/cluster: shop\nspec:\n  replicas: ${replicas}\n  roles: [broker]\n`
const topic = (replicas: number): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: orders\n  labels:\n    strimzi.io/cluster: shop\nspec:\n  replicas: ${replicas}\n`
const cluster =
  'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: shop\nspec:\n  kafka:\n    config: { min.insync.replicas: 2, default.replication.factor: 3 }\n'

/** A disk that takes two spellings of a name for one, as macOS and Windows do. */
function foldingDisk(texts: ReadonlyMap<string, string>): Files {
  const inner = memoryFiles(texts)
  const stored = new Map<string, Uri>()
  for (const uri of texts.keys()) {
    const parts = toUri(uri).split('/')
    for (let end = 4; end <= parts.length; end++) {
      const part = parts.slice(0, end).join('/') as Uri
      stored.set(part.toLowerCase(), part)
      stored.set(`${part}/`.toLowerCase(), `${part}/` as Uri)
    }
  }
  const real = (uri: Uri): Uri => stored.get(uri.toLowerCase()) ?? uri
  return {
    find: async uri => (await inner.find(real(uri))) ?? inner.find(real(`${uri}/` as Uri)),
    list: folder => inner.list(real(folder)),
    read: file => inner.read(real(file)),
  }
}

describe('on a disk that folds the case of letters', () => {
  const base = 'file:///Shop/Kafka'
  const texts = new Map([
    [`${base}/Pools.yaml`, pool(3)],
    [`${base}/Topics.yaml`, topic(4)],
    [`${base}/cluster.yaml`, cluster],
  ])

  describe('a file has one name', () => {
    let client: TestClient
    beforeEach(async () => {
      const names = foldedNames(() => true)
      const files = namedFiles(foldingDisk(texts), names)
      client = await startClient({}, pulling, {}, { files, names, root: URI.parse('file:///SHOP') })
      await client.connection.sendRequest('kafkaReview/reviewWorkspace', {})
    })
    afterEach(() => client.end())

    const findings = async (path: string): Promise<string[]> => {
      const { items } = await client.connection.sendRequest<DocumentDiagnosticReport & { items: Diagnostic[] }>(
        'textDocument/diagnostic',
        { textDocument: { uri: client.uri(path) } },
      )
      return items.map(({ code, message }) => `${String(code)} ${message}`)
    }

    it('however the editor spells it: brokers are counted once, and what is typed replaces what lies on disk', async () => {
      const few = 'KR305 replicas is 4, but only 3 brokers are known; use at most 3'
      assert.deepEqual(await findings('Kafka/Topics.yaml'), [few])
      client.open('kafka/POOLS.yaml', pool(3))
      client.open('KAFKA/topics.YAML', topic(4))
      assert.deepEqual(await findings('KAFKA/topics.YAML'), [few])
      client.change('kafka/POOLS.yaml', pool(4))
      assert.deepEqual(await findings('KAFKA/topics.YAML'), [])
      client.close('kafka/POOLS.yaml')
      await client.connection.sendRequest('kafkaReview/findings', {})
      assert.deepEqual(await findings('kafka/Topics.yaml'), [few])
    })

    it('and comes back as the editor spells it', async () => {
      client.open('KAFKA/topics.YAML', topic(4))
      const listed = await client.connection.sendRequest<{ uri: string }[]>('kafkaReview/findings', {})
      assert.deepEqual(
        [...new Set(listed.map(({ uri }) => uri))].filter(uri => /topics/i.test(uri)),
        [client.uri('KAFKA/topics.YAML')],
      )
    })
  })

  it('the command line reads a file once, whatever path names it', async () => {
    const names = foldedNames(() => true)
    const files = namedFiles(foldingDisk(texts), names)
    const { files: reviewed } = await reviewPaths(['/shop/kafka', '/SHOP/Kafka/POOLS.yaml'], theLibrary(), {
      honourIgnored: true,
      words: english,
      files,
    })
    assert.equal(reviewed.length, 3)
    assert.deepEqual(
      reviewed.flatMap(({ findings }) => findings.map(({ code }) => code)),
      ['KR305'],
    )
    const only = await reviewPaths(['/shop/kafka'], theLibrary(), {
      honourIgnored: true,
      words: english,
      files,
      only: ['/SHOP/Kafka/TOPICS.yaml'],
    })
    assert.equal(only.files.length, 1)
  })
})

describe('the names on a disk', () => {
  it('are those that were met first where it folds, letters of any script and marks alike', () => {
    const { of } = foldedNames(uri => uri.startsWith('file:///mac/'))
    const first = of(toUri('file:///mac/Büro/A.yaml'))
    assert.equal(of(toUri('file:///mac/BU\u0308RO/a.YAML')), first)
    assert.equal(of(toUri('file:///mac/büro/b.yaml')), toUri('file:///mac/Büro/b.yaml'))
    assert.equal(of(toUri('file:///linux/A.yaml')), 'file:///linux/A.yaml')
    assert.equal(of(toUri('file:///linux/a.yaml')), 'file:///linux/a.yaml')
    assert.equal(of(toUri('untitled:A')), 'untitled:A')
  })

  it('are asked for of the disk itself', () => {
    const asked: string[] = []
    const { of } = diskNames(nodePaths({ windows: true }), (one, other) => {
      asked.push(`${one} ${other}`)
      return one.startsWith('c:')
    })
    assert.equal(of(toUri('file:///c%3A/Shop/A.yaml')), of(toUri('file:///C:/shop/a.yaml')))
    assert.notEqual(of(toUri('file:///d:/Shop/A.yaml')), of(toUri('file:///d:/shop/a.yaml')))
    assert.equal(asked[0], 'c:\\Shop C:\\sHOP')
    const here = toUri(`file://${process.cwd()}/Package.json`)
    assert.equal(diskNames().of(here), here)
  })
})
