import assert from 'node:assert/strict'
import type { Diagnostic } from 'vscode-languageserver'
import type { ListedFinding, PersonalFields } from '../../server/src/lsp/protocol.ts'
import { pulling, startClient, type TestClient } from '../support/client.ts'
import { sink } from '../support/shop.ts'

const topic =
  'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: orders\nspec:\n  partitions: 3\n  replicas: 2\n'
const schema =
  '{"type": "record", "name": "Customer", "fields": [{"name": "email", "type": "string"}, {"name": "quantity", "type": "int"}]}'
const files = { 'topic.yaml': topic, 'orders-value.avsc': schema, 'sink.json': sink }

describe('the list of findings', () => {
  let client: TestClient
  afterEach(() => client.end())

  const list = (activities: boolean): Promise<ListedFinding[]> =>
    client.connection.sendRequest('kafkaReview/findings', { activities })

  it('tells of files that are closed too where data goes and whether it is personal', async () => {
    client = await startClient(files)
    const found = await list(false)
    const about = (code: string): unknown =>
      found
        .filter(one => one.code === code)
        .map(({ uri, level, countries, data, fixable, rule }) => ({
          file: uri.slice(uri.lastIndexOf('/') + 1),
          level,
          countries,
          data,
          fixable,
          rule,
        }))
    assert.deepEqual(about('KR401'), [
      {
        file: 'sink.json',
        level: 'error',
        countries: ['India'],
        data: 'personal',
        fixable: true,
        rule: 'Sink outside EEA',
      },
    ])
    assert.deepEqual(about('KR101'), [
      {
        file: 'orders-value.avsc',
        level: 'information',
        countries: ['India'],
        data: 'personal',
        fixable: true,
        rule: 'Personal data field',
      },
    ])
    assert.ok(found.every(({ activities }) => activities.length === 0))
  })

  it('tells data of a special category, and of what moves no data neither country nor data', async () => {
    client = await startClient({
      'patients-value.avsc':
        '{"type": "record", "name": "Patient", "fields": [{"name": "diagnosis", "type": "string"}]}',
      'sink.json': sink.replace('orders', 'patients'),
      '.kafka-review.yaml': 'version: 1\nRules: {}\n',
    })
    const found = (await list(false)).map(({ code, data, countries }) => [code, data, countries] as const)
    assert.deepEqual(
      found.find(([code]) => code === 'KR401'),
      ['KR401', 'special', ['India']],
    )
    assert.deepEqual(
      found.find(([code]) => code === 'KR902'),
      ['KR902', 'none', []],
    )
  })

  it('names the activities of the record that a finding belongs to, by its topic, its sink and its schema', async () => {
    client = await startClient(files)
    for (const code of ['KR301', 'KR401', 'KR101'])
      assert.deepEqual(
        (await list(true)).filter(one => one.code === code).map(({ activities }) => activities),
        [['orders']],
        code,
      )
  })

  it('says nothing that the diagnostics do not say, and leaves out what is accepted', async () => {
    client = await startClient(
      { ...files, 'topic.yaml': topic.replace('2\n', '2 # kafka-review-ignore KR301 -- rebuilt every night\n') },
      { ...pulling, textDocument: {} },
    )
    await client.connection.sendRequest('kafkaReview/reviewWorkspace', {})
    const shown = (all: readonly Diagnostic[]): string[] => all.map(({ code, message }) => `${String(code)} ${message}`)
    const listed = (await list(false)).map(({ code, message }) => `${code} ${message}`).sort()
    const pushed = await new Promise<string[]>(resolve =>
      setTimeout(() => resolve([...client.pushed.values()].flatMap(shown).sort()), 300),
    )
    assert.deepEqual(listed, pushed)
    assert.ok(!listed.some(text => text.startsWith('KR301')))
  })
})

describe('fields of persons, for an editor to mark', () => {
  let client: TestClient
  afterEach(() => client.end())

  it('are those of which no finding speaks, special ones apart', async () => {
    const text =
      '{"type": "record", "name": "Patient", "fields": [\n' +
      '  {"name": "email", "type": "string", "confluent:tags": ["PII"]},\n' +
      '  {"name": "diagnosis", "type": "string", "confluent:tags": ["PII", "HEALTH"]},\n' +
      '  {"name": "phone", "type": "string"},\n' +
      '  {"name": "ward", "type": "int"}\n' +
      ']}\n'
    client = await startClient({ 'patient.avsc': text, 'topic.yaml': topic })
    const fields = (path: string): Promise<PersonalFields> =>
      client.connection.sendRequest('kafkaReview/personalFields', { uri: client.uri(path) })
    const { personal, special } = await fields('patient.avsc')
    const lines = text.split('\n')
    const shown = (ranges: PersonalFields['personal']): unknown =>
      ranges.map(({ start, end }) => lines[start.line]?.slice(start.character, end.character))
    assert.deepEqual([shown(personal), shown(special)], [['"email"'], ['"diagnosis"']])
    assert.deepEqual(await fields('topic.yaml'), { personal: [], special: [] })
    assert.deepEqual(await fields('nowhere.avsc'), { personal: [], special: [] })
  })
})
