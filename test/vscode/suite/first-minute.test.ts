import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { act, screenshot, screenshots } from './look.ts'
import { closeAll, codesIn, eventually, show } from './places.ts'

describe('the first minute', () => {
  before(closeAll)
  after(closeAll)

  it('leads through four steps', async function () {
    await vscode.commands.executeCommand('kafkaReview.openWalkthrough')
    if (!(await act('walkthrough', [{ settle: 2500 }]))) return this.skip()
    for (const title of [
      'See what is found',
      'Fix it, or accept it with a reason',
      'Read the record and the map',
      'Say what no file tells',
    ])
      await act('walkthrough-step', [{ hover: title }])
    await screenshots('walkthrough')
  })

  it('has a sample that is a copy of one with findings', async () => {
    const sample = await vscode.commands.executeCommand<vscode.Uri>('kafkaReview.copySample')
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.joinPath(sample, 'connectors/returns-archive.json'),
    )
    await vscode.window.showTextDocument(document)
    const found = await eventually(
      () => vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'kafka-review').length,
      count => count > 0,
    )
    assert.ok(found > 0)
    await closeAll()
  })

  it('has a door behind the status of a file', async function () {
    await show('kafka/topics.yaml')
    await eventually(
      () => codesIn('kafka/topics.yaml'),
      found => found.length > 0,
    )
    // The status follows the findings a moment later.
    await act('menu-status', [{ wait: 1500 }])
    void vscode.commands.executeCommand('kafkaReview.menu')
    if (!(await act('menu', [{ settle: 1000 }]))) return this.skip()
    await screenshot('menu')
    await act('menu-counts', [{ hover: '.quick-input-widget >> 5 notes' }])
    await act('menu-away', [{ press: 'Escape' }])
  })
})
