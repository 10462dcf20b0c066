import assert from 'node:assert/strict'
import type { ApplyWorkspaceEditParams, Location, TextDocumentEdit, TextEdit } from 'vscode-languageserver'
import type { RecordForm, RecordPage, Snippet } from '../../server/src/lsp/protocol.ts'
import { startClient, type TestClient } from '../support/client.ts'
import { topic } from '../support/shop.ts'

describe('the language server on the record', () => {
  let client: TestClient
  afterEach(() => client.end())

  it('writes the record of the workspace in each form, its places as links in the preview', async () => {
    client = await startClient({ 'kafka/topic.yaml': topic('3') })
    const write = async (form: string, language: string): Promise<string> =>
      Buffer.from(
        await client.connection.sendRequest<string>('kafkaReview/record', { form, language }),
        'base64',
      ).toString('utf8')
    const forms = await client.connection.sendRequest<RecordForm[]>('kafkaReview/recordForms')
    assert.deepEqual(
      forms.map(({ id }) => id),
      ['markdown', 'html', 'csv', 'csv-semicolon', 'xlsx', 'dsk', 'cnil', 'ico', 'json', 'dpv', 'fides'],
    )
    for (const { id } of forms) assert.ok((await write(id, 'en')).length > 100, id)
    assert.match(
      await write('preview', 'de-AT'),
      /^# Verzeichnis von Verarbeitungstätigkeiten\n[\s\S]*orders, \[kafka\/topic\.yaml:4\]\(<\/kafka\/topic\.yaml#L4>\)/,
    )
    assert.match(await write('preview', 'sv'), /^# Record of processing activities/)
    await assert.rejects(write('pdf', 'en'), /unknown record format pdf/)
  })

  it('writes a declaration of what stands under the cursor, for a person to fill in', async () => {
    client = await startClient({ 'kafka/topic.yaml': topic('3') })
    const applied: ApplyWorkspaceEditParams[] = []
    client.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
      applied.push(params)
      return { applied: true }
    })
    const declare = (line: number): Promise<Location | null> =>
      client.connection.sendRequest('kafkaReview/declare', {
        uri: client.uri('kafka/topic.yaml'),
        position: { line, character: 3 },
      })
    const place = await declare(3)
    const written =
      'version: 1\nrecord:\n  activities:\n    - match: orders\n      purposes: ""\n      legalBasis: ""\n      subjects: ""\n      retention: ""\n'
    assert.deepEqual(
      (applied[0]?.edit.documentChanges?.at(-1) as TextDocumentEdit | undefined)?.edits.map(
        edit => (edit as TextEdit).newText,
      ),
      [written],
    )
    assert.deepEqual(place, {
      uri: client.uri('.kafka-review.yaml'),
      range: { start: { line: 4, character: 17 }, end: { line: 4, character: 17 } },
    })
    client.open('kafka/none.yaml', 'apiVersion: v1\nkind: ConfigMap\n')
    assert.equal(
      await client.connection.sendRequest('kafkaReview/declare', {
        uri: client.uri('kafka/none.yaml'),
        position: { line: 0, character: 0 },
      }),
      null,
    )
  })
})

describe('the pages of the record', () => {
  let client: TestClient
  before(async () => {
    client = await startClient({
      'a/topic.yaml': topic('3'),
      'a/orders-value.avsc':
        '{"type": "record", "name": "Order", "fields": [{"name": "email", "type": "string"}, {"name": "street", "type": "string"}]}',
      'b/topic.yaml': topic('3', 'returns'),
      'b/returns-value.avsc':
        '{"type": "record", "name": "Return", "fields": [{"name": "diagnosis", "type": "string"}, {"name": "patient_name", "type": "string"}]}',
      '.kafka-review.yaml': 'version: 1\nrecord:\n  activities:\n    - match: orders\n      purposes: [sales]\n',
    })
  })
  after(() => client.end())

  it('are one an activity, for whoever writes them elsewhere', async () => {
    const snippets = await client.connection.sendRequest<Snippet[]>('kafkaReview/snippets')
    assert.deepEqual(
      snippets.map(({ title }) => title),
      ['returns', 'orders'],
      'the graver one first',
    )
    const [returns, orders] = snippets
    assert.match(orders?.markdown ?? '', /sales[\s\S]*email[\s\S]*street/)
    assert.doesNotMatch(orders?.markdown ?? '', /diagnosis/)
    assert.match(returns?.markdown ?? '', /diagnosis/)
    assert.match(returns?.markdown ?? '', /b\/returns-value\.avsc/)
  })

  it('lead from every place that they name to where it is, and count what is missing', async () => {
    const { body, places, missing, title, language } = await client.connection.sendRequest<RecordPage>(
      'kafkaReview/recordPage',
      {},
    )
    assert.deepEqual([title, language], ['Record of processing activities', 'en'])
    const numbers = [...body.matchAll(/<a href="#" data-place="(\d+)">([^<]*)<\/a>/g)]
    assert.ok(numbers.length > 5)
    for (const [, number, name = ''] of numbers) {
      const place = places[Number(number)]
      assert.ok(place, name)
      const [path = '', line] = name.split(':')
      assert.equal(place.uri, client.uri(path))
      assert.equal(place.range.start.line + 1, Number(line))
    }
    assert.equal(new Set(numbers.map(([, , name]) => name)).size, places.length, 'each place once')
    assert.equal(missing, body.match(/<li class="missing"/g)?.length)
    assert.ok(missing > 3)
  })
})
