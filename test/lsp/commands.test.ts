import assert from 'node:assert/strict'
import { startClient, type TestClient } from '../support/client.ts'
import { sink, topic } from '../support/shop.ts'

describe('commands for editors without an extension of ours', () => {
  let client: TestClient
  afterEach(() => client.end())

  const run = (command: string, ...given: unknown[]): Promise<string> =>
    client.connection.sendRequest<string>('workspace/executeCommand', { command, arguments: given })

  it('are announced, and answer texts: the record, the map, the scorecard', async () => {
    client = await startClient({ 'topics.yaml': topic(3), 'sink.json': sink })
    assert.deepEqual(client.initialized.capabilities.executeCommandProvider?.commands, [
      'kafka-review.record',
      'kafka-review.flow',
      'kafka-review.scorecard',
    ])
    assert.match(await run('kafka-review.record'), /^# Record of processing activities/)
    assert.match(await run('kafka-review.record', { form: 'html', language: 'de' }), /Verzeichnis von Verarbeitungst/)
    assert.match(await run('kafka-review.flow'), /^flowchart LR\n/)
    assert.match(await run('kafka-review.flow', { form: 'svg', show: 'personal' }), /^<svg /)
    assert.match(await run('kafka-review.scorecard'), /^# Residency and recovery\n/)
  })

  it('refuse a form that is no text or that nobody knows', async () => {
    client = await startClient({ 'topics.yaml': topic(3) })
    await assert.rejects(run('kafka-review.record', { form: 'xlsx' }), /xlsx/)
    await assert.rejects(run('kafka-review.record', { form: 'pdf' }), /pdf/)
  })
})
