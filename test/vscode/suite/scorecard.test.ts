import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { act, screenshot } from './look.ts'
import { closeAll, eventually } from './places.ts'

describe('the scorecard', () => {
  before(closeAll)
  after(closeAll)

  it('is a page that nobody has to save, in one tab however often it is asked for', async () => {
    const tabs = (): string[] =>
      vscode.window.tabGroups.all
        .flatMap(group => group.tabs.map(({ label }) => label))
        .filter(label => label.includes('scorecard'))
    const unsaved = (): string[] =>
      vscode.workspace.textDocuments
        .filter(({ isDirty, isUntitled }) => isDirty || isUntitled)
        .map(({ uri }) => uri.toString())
    const before = unsaved()
    await eventually(
      async () => {
        await vscode.commands.executeCommand('kafkaReview.showScorecard')
        return tabs()
      },
      found => found.length > 0,
    )
    await vscode.commands.executeCommand('kafkaReview.showScorecard')
    assert.equal(tabs().length, 1, tabs().join())
    assert.deepEqual(unsaved(), before)
    const text = (
      await vscode.workspace.openTextDocument(vscode.Uri.parse('kafka-review-scorecard:/scorecard.md'))
    ).getText()
    assert.match(text, /shop/)
    if (await act('scorecard', [{ settle: 2500 }])) await screenshot('scorecard')
  })
})
