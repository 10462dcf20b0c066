import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { act, screenshot } from './look.ts'
import { at, closeAll, findings, none, some } from './places.ts'

// The first of all: an editor keeps the text of files that other tests have opened for some minutes after they are closed or gone.
describe('a review on demand', () => {
  // Git is followed by the test that comes next, and has to be there when the extension starts.
  before(() => vscode.workspace.getConfiguration('git').update('enabled', true, vscode.ConfigurationTarget.Global))

  after(async () => {
    // All findings are shown until the scope changes.
    const settings = vscode.workspace.getConfiguration('kafkaReview')
    await settings.update('scope', 'workspace', vscode.ConfigurationTarget.Global)
    await settings.update('scope', undefined, vscode.ConfigurationTarget.Global)
    await closeAll()
  })

  it('reviews the whole workspace on demand, and lets go of what is fixed', async () => {
    assert.deepEqual(await findings('schemas/orders-value.avsc', none), [])
    const result = await vscode.commands.executeCommand<{ files: number; findings: number }>(
      'kafkaReview.reviewWorkspace',
    )
    assert.equal(result.files, 5)
    assert.deepEqual(await findings('schemas/orders-value.avsc', some), [
      'KR101 6:14 Field "customer_id" of Order is not tagged as personal data: identifier of a person',
      'KR101 7:14 Field "email" of Order is not tagged as personal data: e-mail address',
    ])
    assert.equal((await findings('kafka/topics.yaml', some)).length, 1)
    await act('problems', [{ settle: 800 }])
    await screenshot('problems')
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(at('kafka/topics.yaml')))
    await vscode.workspace.fs.writeFile(
      at('kafka/topics.yaml'),
      new TextEncoder().encode(text.replace('replicas: 2', 'replicas: 3')),
    )
    assert.deepEqual(await findings('kafka/topics.yaml', none), [])
    await vscode.workspace.fs.writeFile(at('kafka/topics.yaml'), new TextEncoder().encode(text))
    assert.equal((await findings('kafka/topics.yaml', some)).length, 1)
  })
})
