import assert from 'node:assert/strict'
import type { ApplyWorkspaceEditParams, Location, TextDocumentEdit, TextEdit } from 'vscode-languageserver'
import type { RecordForm } from '../../server/src/lsp/protocol.ts'
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
