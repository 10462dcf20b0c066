import assert from 'node:assert/strict'
import type { MigrateParams, MigrateResult } from '../../server/src/lsp/protocol.ts'
import { startClient, type TestClient } from '../support/client.ts'

describe('the language server on the move of a managed cluster', () => {
  let client: TestClient
  afterEach(() => client.end())

  const ask = (params: MigrateParams): Promise<MigrateResult> =>
    client.connection.sendRequest<MigrateResult>('kafkaReview/migrate', params)
  const msk = (name: string): string =>
    `resource "aws_msk_cluster" "${name}" {\n  cluster_name  = "${name}"\n  kafka_version = "3.9.x"\n}\n`

  it('names the clusters that could be moved, and writes nothing before one is chosen', async () => {
    client = await startClient({ 'main.tf': msk('shop') + msk('bank') })
    assert.deepEqual(await ask({}), { clusters: ['bank', 'shop'], files: [], questions: 0 })
    assert.deepEqual((await ask({ cluster: 'other' })).files, [])
  })

  it('writes what the command line writes, with places as the workspace names them and its configuration', async () => {
    client = await startClient({ 'infra/main.tf': msk('shop'), '.kafka-review.yaml': 'version: 1\n' })
    const { files, questions } = await ask({ cluster: 'shop' })
    const texts = new Map(files.map(({ name, text }) => [name, text]))
    assert.equal(texts.get('.kafka-review.yaml'), 'version: 1\n')
    assert.match(texts.get('MIGRATION.md') ?? '', /\| infra\/main\.tf:\d+ \|/)
    assert.match(texts.get('1-cluster.yaml') ?? '', /kind: Kafka\n/)
    assert.ok(questions > 0)
  })

  it('has nothing to move where nobody else runs a cluster', async () => {
    client = await startClient({ 'a.yaml': 'a: 1\n' })
    assert.deepEqual(await ask({ cluster: 'shop' }), { clusters: [], files: [], questions: 0 })
  })
})
