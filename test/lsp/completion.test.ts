import assert from 'node:assert/strict'
import { CompletionItemKind, type CompletionItem, type Hover } from 'vscode-languageserver'
import type { Skeleton } from '../../server/src/lsp/protocol.ts'
import { indexLines } from '../../server/src/text/line-index.ts'
import { startClient, type TestClient } from '../support/client.ts'
import { reviewTexts, uriOf } from '../support/fixtures.ts'

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
