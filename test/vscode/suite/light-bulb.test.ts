import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { act, screenshot } from './look.ts'
import { at, closeAll, codesIn, eventually, show, textOf, write } from './places.ts'

const topic = (name: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: ${name}\nspec:\n  replicas: 3\n  config:\n    unclean.leader.election.enable: true\n`

const path = 'light-bulb/a.yaml'

const offered = async (line: number, character: number): Promise<vscode.CodeAction[]> =>
  vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    at(path),
    new vscode.Range(line, character, line, character),
    vscode.CodeActionKind.QuickFix.value,
    20,
  )

describe('the light bulb', () => {
  before(async () => {
    await write(path, `${topic('orders')}---\n${topic('returns')}`)
    await write('light-bulb/b.yaml', topic('parcels'))
    await show(path)
    await eventually(
      () => codesIn(path),
      found => found.length === 2,
    )
    // The other file must have been read.
    await eventually(
      () => offered(7, 38),
      actions => actions.some(({ title }) => title.includes('2 files')),
    )
  })

  after(async () => {
    await closeAll()
    await vscode.workspace.fs.delete(at('light-bulb'), { recursive: true })
    await vscode.workspace.fs.delete(at('.kafka-review.yaml')).then(undefined, () => undefined)
  })

  it('offers a fix, all fixes of the rule, three ways to accept, the switch and the page', async () => {
    assert.deepEqual(
      (await offered(7, 38)).map(({ title }) => title),
      [
        'Set unclean.leader.election.enable to false (a partition without an in-sync replica waits for one)',
        'Fix all KR304 in this file',
        'Fix all KR304 in 2 files, with a preview',
        'Suppress KR304 on this line, with a reason',
        'Suppress KR304 in this file, with a reason in .kafka-review.yaml',
        'Suppress KR304 below light-bulb/, with a reason in .kafka-review.yaml',
        'Switch KR304 off everywhere, in .kafka-review.yaml',
        'Explain KR304',
      ],
    )
    const editor = await show(path)
    editor.selection = new vscode.Selection(7, 36, 7, 36)
    if (await act('bulb', [{ press: 'Control+.' }, { wait: 1200 }])) await screenshot('light-bulb-all')
    await act('bulb-away', [{ press: 'Escape' }])
  })

  it('takes the one safe fix with "Auto Fix"', async () => {
    const editor = await show(path)
    editor.selection = new vscode.Selection(7, 36, 7, 36)
    await vscode.commands.executeCommand('editor.action.autoFix')
    assert.equal(
      await eventually(
        () => editor.document.lineAt(7).text,
        text => text.endsWith('false'),
      ),
      '    unclean.leader.election.enable: false',
    )
    await vscode.commands.executeCommand('workbench.action.files.revert')
  })

  it('mends all of a rule in two files after a preview', async function () {
    const editor = await show(path)
    editor.selection = new vscode.Selection(7, 36, 7, 36)
    await eventually(
      () => codesIn(path),
      found => found.length === 2,
    )
    const back = await show(path)
    back.selection = new vscode.Selection(7, 36, 7, 36)
    // Shown first: nothing is changed before somebody confirms.
    void vscode.commands.executeCommand('editor.action.codeAction', {
      kind: 'quickfix.kafkaReview.workspace',
      apply: 'first',
    })
    if (!(await act('fix-all-preview', [{ settle: 3000 }]))) return this.skip()
    await screenshot('fix-all-preview')
    assert.match(editor.document.getText(), /enable: true/)
    await act(
      'fix-all-tick',
      [0, 3].map(row => ({ click: `.monaco-list-row[data-index="${row}"] .edit-checkbox` })),
    )
    await screenshot('fix-all-ticked')
    const confirmed = async (): Promise<string> => {
      await vscode.commands.executeCommand('refactorPreview.apply')
      return textOf('light-bulb/b.yaml')
    }
    assert.match(await eventually(confirmed, text => text.includes('false')), /enable: false/)
    assert.doesNotMatch(editor.document.getText(), /enable: true/)
    await vscode.workspace.saveAll()
  })

  it('opens the page of the rule', async () => {
    await vscode.commands.executeCommand('kafkaReview.openPage', 'KR304')
    const page = await eventually(
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.label,
      label => label?.includes('KR304') ?? false,
    )
    assert.match(page ?? '', /KR304/)
  })
})
