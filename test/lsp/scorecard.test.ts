import assert from 'node:assert/strict'
import { startClient, type TestClient } from '../support/client.ts'

describe('the language server on the scorecard', () => {
  let client: TestClient
  afterEach(() => client.end())

  it('shows where the paths of each cluster lie, and where that stands', async () => {
    client = await startClient({
      'msk/main.tf':
        'provider "aws" {\n  region = "eu-central-1"\n}\n\nresource "aws_msk_cluster" "shop" {\n  kafka_version = "3.9.x"\n}\n',
    })
    const markdown = await client.connection.sendRequest<string>('kafkaReview/scorecard')
    assert.match(markdown, /^# Residency and recovery\n/)
    assert.match(
      markdown,
      /\| Brokers \| cluster shop \| Germany \(eu-central-1\) \| .* \| proven \| msk\/main\.tf:2 \|/,
    )
  })
})
