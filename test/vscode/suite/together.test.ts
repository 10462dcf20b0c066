import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { act, screenshot } from './look.ts'

const files: Readonly<Record<string, string>> = {
  'groups/consumer.properties':
    'bootstrap.servers=kafka-1.example.internal:9093\nsecurity.protocol=SSL\ngroup.id=payroll-export\n',
  'groups/user.yaml':
    'apiVersion: kafka.strimzi.io/v1\nkind: KafkaUser\nmetadata:\n  name: svc-a41\nspec:\n  authorization:\n    type: simple\n    acls:\n      - resource:\n          type: group\n          name: payroll-export\n        operations: [Read]\n',
}

const at = (path: string): vscode.Uri => {
  const [folder] = vscode.workspace.workspaceFolders ?? []
  assert.ok(folder)
  return vscode.Uri.joinPath(folder.uri, path)
}

async function until<T>(read: () => T | PromiseLike<T>, expected: (found: T) => boolean): Promise<T> {
  const end = Date.now() + 20_000
  for (;;) {
    const found = await read()
    if (expected(found) || Date.now() > end) return found
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

const codes = (path: string): string[] =>
  vscode.languages.getDiagnostics(at(path)).map(({ code }) => String(typeof code === 'object' ? code.value : code))
const textOf = async (path: string): Promise<string> => (await vscode.workspace.openTextDocument(at(path))).getText()

describe('renaming a group in the editor', () => {
  before(async () => {
    for (const [path, text] of Object.entries(files))
      await vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text))
  })

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert')
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    for (const path of Object.keys(files)) await vscode.workspace.fs.delete(at(path))
    await vscode.workspace.fs.delete(at('.kafka-review.yaml')).then(undefined, () => undefined)
  })

  it('shows every place first, and then changes all of them', async function () {
    const editor = await vscode.window.showTextDocument(at('groups/consumer.properties'))
    assert.deepEqual(
      await until(
        () => codes('groups/consumer.properties'),
        found => found.includes('KR201'),
      ),
      ['KR201'],
    )
    // The access list must have been read: it may lie behind the file that is open.
    const offered = (): PromiseLike<string[]> =>
      vscode.commands
        .executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          at('groups/consumer.properties'),
          new vscode.Range(2, 12, 2, 12),
          vscode.CodeActionKind.QuickFix.value,
        )
        .then(actions => actions.map(({ title }) => title))
    assert.equal(
      (await until(offered, ([first]) => first?.includes('2 files') ?? false))[0],
      'Rename group to cg-9684c7 in 2 files (the group starts without committed offsets: records are read again or skipped; the new right stands beside the old one)',
    )
    editor.selection = new vscode.Selection(2, 12, 2, 12)
    void vscode.commands.executeCommand('editor.action.codeAction', { kind: 'quickfix', apply: 'first' })
    if (!(await act('rename', [{ settle: 5000 }]))) return this.skip()
    await screenshot('rename-preview')
    assert.equal(
      await textOf('groups/consumer.properties'),
      files['groups/consumer.properties'],
      'nothing is changed before it is confirmed',
    )
    assert.equal(
      await textOf('groups/user.yaml'),
      files['groups/user.yaml'],
      'nothing is changed before it is confirmed',
    )
    // Whoever confirms ticks the files: nothing is ticked beforehand.
    await act(
      'tick',
      [0, 2, 4].map(row => ({ click: `.monaco-list-row[data-index="${row}"] .edit-checkbox` })),
    )
    await screenshot('rename-ticked')
    const confirmed = async (): Promise<string> => {
      await vscode.commands.executeCommand('refactorPreview.apply')
      return textOf('groups/user.yaml')
    }
    assert.match(await until(confirmed, text => text.includes('cg-')), /name: cg-9684c7\n/)
    assert.match(await textOf('groups/consumer.properties'), /^group\.id=cg-9684c7$/m)
    assert.match(
      await until(
        () => textOf('.kafka-review.yaml').then(undefined, () => ''),
        text => text !== '',
      ),
      /aliases:\n {4}cg-9684c7: payroll-export\n/,
    )
    assert.deepEqual(
      await until(
        () => codes('groups/consumer.properties'),
        found => found.length === 0,
      ),
      [],
    )
    await vscode.workspace.saveAll()
  })
})
