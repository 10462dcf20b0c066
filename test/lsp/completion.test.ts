import assert from 'node:assert/strict'
import { CompletionItemKind, type CompletionItem, type Hover } from 'vscode-languageserver'
import { openDb } from '../../server/src/assess/db.ts'
import { inEnglish } from '../../server/src/locale/en.ts'
import { keysAt, valuesAt, type Offer } from '../../server/src/lsp/configuration-offers.ts'
import type { Skeleton } from '../../server/src/lsp/protocol.ts'
import schema from '../../server/src/knowledge/configuration.schema.json' with { type: 'json' }
import { resolveShape, type Shape } from '../../server/src/knowledge/shape.ts'
import { indexLines } from '../../server/src/text/line-index.ts'
import { startClient, type TestClient } from '../support/client.ts'
import { reviewTexts, theLibrary, uriOf } from '../support/fixtures.ts'
import { assertGolden } from '../support/golden.ts'

const files = {
  'topic.yaml':
    'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: orders\n  labels:\n    strimzi.io/cluster: shop\nspec:\n  replicas: 2\n',
  'orders-value.avsc':
    '{"type": "record", "name": "Order", "fields": [{"name": "email", "type": "string"}, {"name": "quantity", "type": "int"}]}',
  'sink.json':
    '{"name": "crm", "config": {"connector.class": "io.confluent.connect.http.HttpSinkConnector", "topics": "orders", "http.api.url": "https://crm.example.com/in"}}',
}

describe('completion of our own', () => {
  let client: TestClient
  afterEach(() => client.end())

  /** What is offered where a bar stands. */
  const offered = async (path: string, marked: string): Promise<CompletionItem[]> => {
    const text = marked.replace('|', '')
    client.open(path, text)
    return client.connection.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri: client.uri(path) },
      position: indexLines(text).position(marked.indexOf('|')),
    })
  }
  const labels = async (path: string, marked: string): Promise<string[]> =>
    (await offered(path, marked)).map(({ label }) => label)

  it('offers the keys of the configuration with what they are for', async () => {
    client = await startClient(files)
    const keys = await offered('.kafka-review.yaml', 'version: 1\n|')
    assert.ok(keys.some(({ label, documentation }) => label === 'policy' && documentation === 'Where data may go.'))
    assert.deepEqual((await labels('.kafka-review.yaml', 'ignore:\n  - |')).sort(), ['code', 'path', 'reason'])
    assert.ok((await labels('.kafka-review.yaml', 'rules:\n  |')).includes('durability'))
    for (const nowhere of ['policy:\n  foreignLaw:\n    |', 'nothing:\n  |', 'ignore: x\n    - |'])
      assert.deepEqual(await labels('.kafka-review.yaml', nowhere), [], nowhere)
  })

  it('offers codes, levels, countries, providers, and the names of the workspace', async () => {
    client = await startClient(files)
    const cases = [
      ['ignore:\n  - code: KR3|', 'KR301'],
      ['ignore:\n  - path: |', 'topic.yaml'],
      ['rules:\n  KR301: |', 'off'],
      ['policy:\n  allowedCountries: [|', 'EEA'],
      ['policy:\n  allowedCountries:\n    - |', 'CH'],
      ['policy:\n  deniedProviders: [|', 'snowflake'],
      ['destinations:\n  - match: |', 'crm'],
      ['clusters:\n  - match: |', 'shop'],
      ['topics:\n  - match: |', 'orders'],
      ['topics:\n  - schema: |', 'orders-value.avsc'],
      ['personalData:\n  not:\n    - record: |', 'Order'],
      ['personalData:\n  not:\n    - field: |', 'quantity'],
      ['record:\n  activities:\n    - match: |', 'orders'],
      ['record:\n  activities:\n    - role: |', 'processor'],
      ['safeguards:\n  - kind: |', 'scc'],
    ] as const
    for (const [marked, wanted] of cases) {
      const found = await labels('.kafka-review.yaml', marked)
      assert.ok(found.includes(wanted), `${marked}: ${found.slice(0, 8).join()}`)
      client.close('.kafka-review.yaml')
    }
  })

  it('writes behind a key what comes next: its value, its keys or its items on lines of their own', async () => {
    client = await startClient(files)
    const cases = [
      ['|', 'version', 'version: '],
      ['pol|', 'policy', 'policy:\n  '],
      ['|', 'ignore', 'ignore:\n  - '],
      ['record:\n  |', 'activities', 'activities:\n    - '],
    ] as const
    for (const [marked, key, written] of cases) {
      const edit = (await offered('.kafka-review.yaml', marked)).find(({ label }) => label === key)?.textEdit
      assert.equal(edit?.newText, written)
      const typed = marked.split('\n').at(-1)?.trim().length ?? 0
      const line = marked.split('\n').length - 1
      const indent = marked.split('\n').at(-1)?.search(/\S/) ?? 0
      assert.deepEqual('range' in edit && edit.range, {
        start: { line, character: indent },
        end: { line, character: indent + typed - 1 },
      })
      client.close('.kafka-review.yaml')
    }
  })

  it('offers rules and families as keys under rules, and the keys that a rule has', async () => {
    client = await startClient(files)
    const found = await offered('.kafka-review.yaml', 'rules:\n  |')
    const kinds = found.filter(({ label }) => ['KR301', 'transport'].includes(label)).map(({ kind }) => kind)
    assert.deepEqual(kinds, [CompletionItemKind.Property, CompletionItemKind.Property])
    assert.equal(found.find(({ label }) => label === 'transport')?.detail, 'KR501, KR502, KR506, KR514')
    assert.deepEqual((await labels('.kafka-review.yaml', 'rules:\n  KR301:\n    |')).sort(), ['level', 'paths'])
  })

  it('offers a code behind others, and in the comment for a whole file', async () => {
    client = await startClient(files)
    for (const comment of [
      '# kafka-review-ignore-file |',
      '# kafka-review-ignore KR302, KR3|',
      '# kafka-review-ignore KR302 kr|',
    ]) {
      const found = await offered('topic.yaml', `${comment}\n${files['topic.yaml']}`)
      const edit = found.find(({ label }) => label === 'KR301')?.textEdit
      const end = comment.indexOf('|')
      const start = end - (/\w*(?=\|)/.exec(comment)?.[0].length ?? 0)
      assert.deepEqual(edit && 'range' in edit && edit.range, {
        start: { line: 0, character: start },
        end: { line: 0, character: end },
      })
      client.close('topic.yaml')
    }
    assert.deepEqual(await labels('topic.yaml', `# kafka-review-ignored |\n${files['topic.yaml']}`), [])
  })

  it('offers codes behind a comment that silences, those of the line first; regions with country and owner; nothing else', async () => {
    client = await startClient(files)
    const codes = await offered(
      'topic.yaml',
      files['topic.yaml'].replace('  replicas', '  # kafka-review-ignore |\n  replicas'),
    )
    assert.equal([...codes].sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''))[0]?.label, 'KR301')
    const regions = await offered(
      's3.json',
      '{"name": "s", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "orders", "s3.region": "eu-c|"}}',
    )
    assert.equal(regions.find(({ label }) => label === 'eu-central-1')?.detail, 'Germany · Frankfurt · Amazon')
    assert.deepEqual(await labels('other.yaml', 'name: |'), [])
    assert.deepEqual(await labels('topic2.yaml', files['topic.yaml'].replace('orders', '|')), [])
  })

  it('says on hover what keys, codes and countries mean', async () => {
    client = await startClient(files)
    const text =
      'version: 1\npolicy:\n  allowedCountries: [EEA, CH]\nignore:\n  - path: a.yaml\n    code: KR301\n    reason: x\n'
    client.open('.kafka-review.yaml', text)
    const hover = async (word: string): Promise<string> => {
      const answer = await client.connection.sendRequest<Hover | null>('textDocument/hover', {
        textDocument: { uri: client.uri('.kafka-review.yaml') },
        position: indexLines(text).position(text.indexOf(word) + 1),
      })
      return (answer?.contents as { value: string } | undefined)?.value ?? ''
    }
    assert.equal(await hover('policy'), '**policy**\n\nWhere data may go.')
    assert.equal(await hover('CH]'), '**CH** Switzerland')
    assert.match(await hover('KR301'), /^\*\*KR301\*\* replication factor below three\n\n\w/)
  })

  it('writes a skeleton that says nothing, and parts of which hold once they count', async () => {
    client = await startClient(files)
    const skeleton = await client.connection.sendRequest<Skeleton>('kafkaReview/skeleton')
    assert.ok(skeleton.uri.endsWith('/.kafka-review.yaml'))
    for (const part of [
      '# clusters:\n#   - match: "shop"',
      '# destinations:\n#   - match: "crm"',
      '#     - match: "orders"',
    ])
      assert.ok(skeleton.text.includes(part), `${part}\n${skeleton.text}`)
    const uri = uriOf('.kafka-review.yaml')
    assert.deepEqual(reviewTexts([{ uri, text: skeleton.text }]).findings(uri), [])
    const counting = skeleton.text.replace(/^# (?=\s*[\w-])/gm, '').replace(/^Lines .*/, '')
    const flaws = reviewTexts([{ uri, text: counting }])
      .findings(uri)
      .filter(({ code }) => code === 'KR902')
      .map(({ message }) => message.id)
    assert.ok(!flaws.some(id => id.includes('unknown')), `${flaws.join()}\n${counting}`)
  })
})

/** Names of every kind, some twice, some that nobody knows. */
const named = {
  ...files,
  'more/topics.yaml': ['zeta', 'alpha', 'orders']
    .map(name => files['topic.yaml'].replace('name: orders', `name: ${name}`).replace('cluster: shop', 'cluster: far'))
    .join('---\n'),
  'more/cluster.yaml':
    'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata:\n  name: near\nspec:\n  kafka: {}\n---\napiVersion: kafka.strimzi.io/v1\nkind: KafkaUser\nmetadata:\n  name: svc-7\nspec:\n  authorization:\n    type: simple\n    acls:\n      - resource:\n          type: group\n          name: cg-5\n        operations: [Read]\n',
  'more/client.properties': 'bootstrap.servers=near:9092\ngroup.id=cg-1\n',
  'more/people.avsc':
    '{"type": "record", "name": "Person", "fields": [{"name": "email", "type": "string"}, {"name": "boss", "type": {"type": "record", "name": "Boss", "fields": [{"name": "id", "type": "long"}]}}]}',
  'more/plain.proto': 'syntax = "proto3";\nmessage Plain { string note = 1; }\n',
  'more/s3.json':
    '{"name": "lake", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "orders", "s3.bucket.name": "lake-1", "s3.region": "us-east-1"}}',
}

/** Every path of the configuration, whose last name is that of a key or of an item; what has keys of any name has one here. */
function pathsOf(shape: Shape, path: readonly string[] = []): (readonly string[])[] {
  if (path.length > 6) return []
  const options = (shape.oneOf ?? [shape]).map(option => resolveShape(option, schema as Shape))
  const below = options.flatMap(({ properties = {}, additionalProperties, items }) => [
    ...Object.entries(properties),
    ...(typeof additionalProperties === 'object' ? [['KR301', additionalProperties] as const] : []),
    ...(items ? [['[]', items] as const] : []),
  ])
  return [path, ...below.flatMap(([name, inner]) => pathsOf(resolveShape(inner, schema as Shape), [...path, name]))]
}

describe('completion of a configuration', () => {
  it('offers at every path the keys and values that may stand there', () => {
    const { estate } = reviewTexts(Object.entries(named).map(([path, text]) => ({ uri: uriOf(path), text })))
    const asking = { db: openDb(estate, theLibrary()), file: uriOf('.kafka-review.yaml'), locale: inEnglish }
    const show = (offers: readonly Offer[]): string => {
      const told = offers.map(
        ({ label, kind, detail }) => `${label} ${kind}${detail === undefined ? '' : ` (${detail})`}`,
      )
      return told.length > 20 ? `${told.slice(0, 5).join(', ')}, ... ${told.length}` : told.join(', ')
    }
    // The items of a cluster's residency are all alike.
    const isAlike = (path: readonly string[]): boolean => path[3] === 'items' && (path[4] ?? 'brokers') !== 'brokers'
    const paths = pathsOf(schema as Shape).filter(path => !isAlike(path))
    const lines = paths.flatMap(path =>
      [['keys', keysAt(path, asking)] as const, ['values', valuesAt(path, asking)] as const].flatMap(([what, found]) =>
        found.length === 0 ? [] : [`${path.join('.')} ${what}: ${show(found)}`],
      ),
    )
    assertGolden('test/lsp/replies/offers.golden.txt', `${lines.join('\n')}\n`)
    for (const path of [['nothing'], ['policy', 'nothing'], ['version', 'x'], ['ignore', 'path'], ['[]']])
      assert.deepEqual([...keysAt(path, asking), ...valuesAt(path, asking).filter(({ kind }) => kind === 'key')], [])
  })
})
