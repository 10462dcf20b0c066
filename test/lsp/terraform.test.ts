import assert from 'node:assert/strict'
import type { DocumentDiagnosticReport } from 'vscode-languageserver'
import { eventually, startClient, type TestClient } from '../support/client.ts'

const topic = (factor: string): string =>
  `resource "kafka_topic" "orders" {\n  name               = "orders"\n  partitions         = 1\n  replication_factor = ${factor}\n}\n`
const variables = 'variable "copies" {\n  default = 2\n}\n'

describe('the language server on Terraform', () => {
  let client: TestClient
  afterEach(() => client.end())

  const found = async (path: string): Promise<string[]> => {
    const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: client.uri(path) },
    })
    return report.kind === 'full'
      ? report.items.map(({ code, range, relatedInformation }) =>
          `${String(code)} ${range.start.line + 1} ${relatedInformation?.[0]?.location.uri === client.uri('msk.tf') ? 'used in msk.tf' : ''}`.trim(),
        )
      : []
  }

  it('shows a finding on the default that decides, while a file uses it', async () => {
    client = await startClient({ 'msk.tf': topic('var.copies'), 'variables.tf': variables })
    client.open('variables.tf', variables, 'terraform')
    await eventually(
      () => found('variables.tf'),
      codes => codes.join() === 'KR301 2 used in msk.tf',
    )
    client.open('msk.tf', topic('var.copies'), 'terraform')
    const before = client.refreshes()
    client.change('msk.tf', topic('3'))
    await eventually(
      () => found('variables.tf'),
      codes => codes.length === 0,
    )
    assert.ok(client.refreshes() > before)
    client.change('msk.tf', topic('var.cop'))
    assert.deepEqual(await found('variables.tf'), [])
    client.change('msk.tf', topic('var.copies'))
    await eventually(
      () => found('variables.tf'),
      codes => codes.join() === 'KR301 2 used in msk.tf',
    )
  })

  it('moves it to the file of values that wins', async () => {
    client = await startClient({ 'msk.tf': topic('var.copies'), 'variables.tf': variables })
    client.open('variables.tf', variables, 'terraform')
    await eventually(
      () => found('variables.tf'),
      codes => codes.length === 1,
    )
    client.open('terraform.tfvars', 'copies = 1\n', 'terraform-vars')
    await eventually(
      () => found('terraform.tfvars'),
      codes => codes.join() === 'KR301 1 used in msk.tf',
    )
    assert.deepEqual(await found('variables.tf'), [])
  })
})
