import assert from 'node:assert/strict'
import { cluster, sink, topic } from '../support/shop.ts'
import { startClient, type TestClient } from '../support/client.ts'

describe('the language server on the scorecard', () => {
  let client: TestClient
  afterEach(() => client.end())

  it('shows where the paths of each cluster lie, and where that stands', async () => {
    client = await startClient({
      'msk/main.tf':
        'provider "aws" {\n  region = "eu-central-1"\n}\n\nresource "aws_msk_cluster" "shop" {\n  kafka_version = "3.9.x"\n}\n',
      'topics.yaml': topic(1),
      'cluster.yaml': cluster,
      'sink.json': sink,
    })
    const markdown = await client.connection.sendRequest<string>('kafkaReview/scorecard')
    assert.match(markdown, /^# Residency and recovery\n/)
    assert.match(
      markdown,
      /\| Brokers \| cluster shop \| Germany \(eu-central-1\) \| .* \| proven \| msk\/main\.tf:2 \|/,
    )
    // What is found stands at the part that it speaks against, and in words below.
    assert.match(markdown, /\| Sinks \| connector s-1 \| India \(ap-south-1\) .* \| KR401 \|/)
    assert.match(markdown, /\| Topics \| cluster shop; .* \| KR301 \|/)
    assert.match(
      markdown,
      /\| KR301 Topic orders has 1 replica; use at least 3, on as many brokers \| topics\.yaml:8 \|/,
    )
  })
})
