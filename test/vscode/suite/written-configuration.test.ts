import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { act, screenshot } from './look.ts'
import { at, closeAll, codesIn, eventually } from './places.ts'

// The last of all: an editor keeps the text of a file that is gone for some minutes, and writes it again with the next edit.
describe('a configuration that is written', () => {
  before(async () => {
    await closeAll()
    await vscode.workspace.fs.delete(at('.kafka-review.yaml')).then(undefined, () => undefined)
  })

  it('writes a configuration that says nothing yet and names what is open, and completes it', async () => {
    await vscode.commands.executeCommand('kafkaReview.createConfiguration')
    const editor = vscode.window.activeTextEditor
    assert.ok(editor)
    assert.match(
      await eventually(
        () => editor.document.getText(),
        text => text.startsWith('# Lines'),
      ),
      /^# Lines that begin with ##[\s\S]*\nversion: 1\n[\s\S]*# clusters:\n# {3}- match: "shop"/,
    )
    assert.deepEqual(codesIn('.kafka-review.yaml'), [])
    const end = editor.document.lineCount
    await editor.edit(edit => edit.insert(new vscode.Position(end, 0), '\nclusters:\n  - match: shop\n    country: D'))
    const last = editor.document.lineAt(editor.document.lineCount - 1).range.end
    editor.selection = new vscode.Selection(last, last)
    const offered = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      last,
    )
    const germany = offered.items.find(({ label }) => (typeof label === 'string' ? label : label.label) === 'DE')
    assert.equal(germany?.detail, 'Germany')
    await vscode.commands.executeCommand('editor.action.triggerSuggest')
    if (await act('completion', [{ wait: 1500 }])) await screenshot('completion')
    await vscode.commands.executeCommand('workbench.action.files.revert')
    await closeAll()
    await vscode.workspace.fs.delete(at('.kafka-review.yaml'))
  })
})
