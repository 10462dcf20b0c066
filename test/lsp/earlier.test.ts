import assert from 'node:assert/strict'
import type { DocumentDiagnosticReport } from 'vscode-languageserver'
import { eventually, startClient, type TestClient } from '../support/client.ts'

const schema = (...fields: string[]): string =>
  JSON.stringify({ type: 'record', name: 'Parcel', fields: fields.map(name => ({ name, type: 'string' })) })

describe('schemas of which the client knows the last revision', () => {
  let client: TestClient
  afterEach(() => client.end())

  const breaks = async (): Promise<string[]> => {
    const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: client.uri('parcel.avsc') },
    })
    assert.ok(report.kind === 'full')
    return report.items.filter(({ code }) => code === 'KR802').map(({ message }) => String(message))
  }

  it('tell what breaks consumers, as they are typed, until nothing does or the revision is another', async () => {
    client = await startClient({ 'parcel.avsc': schema('code') })
    client.open('parcel.avsc', schema('code'), 'avsc')
    const uri = client.uri('parcel.avsc')
    const tell = (text: string | null): Promise<void> =>
      client.connection.sendNotification('kafkaReview/earlier', { uri, text })
    const number = (count: number): Promise<string[]> => eventually(breaks, found => found.length === count)
    await number(0)
    await tell(schema('code'))
    client.change('parcel.avsc', schema('code', 'weight'))
    assert.deepEqual(await number(1), [
      'New field Parcel.weight has no default; consumers with the new schema cannot read existing records',
    ])
    await tell(schema('code', 'weight'))
    await number(0)
    client.change('parcel.avsc', schema('code', 'weight', 'height', 'depth'))
    await number(2)
    await tell(null)
    await number(0)
  })
})
