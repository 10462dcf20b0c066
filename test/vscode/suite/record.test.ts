import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { act, screenshot, screenshots } from './look.ts'
import { at, closeAll, eventually, show, textOf } from './places.ts'

const columns = (): number => vscode.window.tabGroups.all.length
const dirty = (): string[] =>
  vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString())

describe('the Art. 30 record in the editor', () => {
  before(async () => {
    await closeAll()
    await show('kafka/topics.yaml')
  })
  after(closeAll)

  it('is a page to read beside the file: no unsaved text, no word in the clipboard', async function () {
    await vscode.env.clipboard.writeText('mine')
    const missing = await vscode.commands.executeCommand<number>('kafkaReview.generateRecord')
    assert.ok(missing > 3, String(missing))
    assert.deepEqual(dirty(), [])
    assert.equal(await eventually(columns, found => found === 2), 2)
    assert.equal(await vscode.env.clipboard.readText(), 'mine')
    if (!(await act('record', [{ settle: 2000 }]))) return this.skip()
    await screenshots('record')
  })

  it('shows what is missing alone, leads to the places that it rests on, and changes its language', async function () {
    await vscode.commands.executeCommand('workbench.action.closePanel')
    if (!(await act('record-missing', [{ click: '[name=missing]' }, { wait: 600 }]))) return this.skip()
    await screenshot('record-missing')
    await act('record-link', [{ click: '[data-place] >> connectors/archive.json:7' }, { settle: 1200 }])
    const editor = await eventually(
      () => vscode.window.activeTextEditor,
      found => found?.document.uri.path.endsWith('archive.json') ?? false,
    )
    assert.match(editor?.document.uri.path ?? '', /connectors\/archive\.json$/)
    assert.equal(editor?.selection.active.line, 6)
    assert.equal(columns(), 2)
    await act('record-all', [
      { click: '[name=missing]' },
      { click: '[name=language]' },
      { press: 'ArrowDown' },
      { press: 'Enter' },
      { wait: 1500 },
    ])
    await act('record-german', [{ hover: 'Verzeichnis von Verarbeitungstätigkeiten' }])
    await screenshot('record-german')
  })

  it('shares its column with the map', async () => {
    await vscode.commands.executeCommand('kafkaReview.showDataFlow')
    assert.equal(columns(), 2)
    assert.deepEqual(dirty(), [])
  })

  it('writes what is known of a topic as a comment above it, when somebody chooses that', async function () {
    await closeAll()
    const before = await textOf('kafka/topics.yaml')
    const editor = await show('kafka/topics.yaml')
    editor.selection = new vscode.Selection(3, 9, 3, 9)
    void vscode.commands.executeCommand('kafkaReview.insertSnippet')
    if (!(await act('snippet-choice', [{ wait: 1200 }]))) return this.skip()
    await screenshot('snippet-choice')
    await act('snippet', [{ press: 'Enter' }, { wait: 800 }])
    assert.match(
      await eventually(
        () => textOf('kafka/topics.yaml'),
        text => text.startsWith('#'),
      ),
      /^# Record of processing activities: orders\n(?:# .+\n){8,}apiVersion:/,
    )
    await screenshot('snippet')
    const { document } = editor
    const back = new vscode.WorkspaceEdit()
    back.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), before)
    assert.ok(await vscode.workspace.applyEdit(back))
    // The editor may save it by itself meanwhile.
    await eventually(
      () => document.save().then(() => document.isDirty),
      isDirty => !isDirty,
    )
  })

  it('inserts an activity into Markdown as a table', async function () {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' })
    await vscode.window.showTextDocument(document)
    void vscode.commands.executeCommand('kafkaReview.insertSnippet')
    if (
      !(await act('table', [
        { hover: '.quick-input-list .monaco-list-row' },
        { press: 'ArrowDown' },
        { press: 'Space' },
        { press: 'Enter' },
      ]))
    )
      return this.skip()
    const table = /^## orders \(proposed\)\n[\s\S]*\| .* \|/
    assert.match(
      await eventually(
        () => document.getText(),
        text => table.test(text),
      ),
      table,
    )
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  })

  it('is exported, and offered to be opened', async function () {
    void vscode.commands.executeCommand('kafkaReview.exportRecord', 'en')
    const steps = [{ hover: '.quick-input-list .monaco-list-row' }, { press: 'Enter' }, { wait: 1500 }]
    if (!(await act('export', steps))) return this.skip()
    await screenshot('export')
    await act('export-save', [{ press: 'Enter' }])
    const record = /^# Record of processing activities/
    assert.match(
      await eventually(
        () => textOf('art-30-record.md'),
        text => record.test(text),
      ),
      record,
    )
    await vscode.workspace.fs.delete(at('art-30-record.md'))
  })
})
