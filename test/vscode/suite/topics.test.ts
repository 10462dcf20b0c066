import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { act, screenshot } from './look.ts'

const at = (path: string): vscode.Uri => {
  const [folder] = vscode.workspace.workspaceFolders ?? []
  assert.ok(folder)
  return vscode.Uri.joinPath(folder.uri, path)
}

async function show(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at(path)), {
    viewColumn: vscode.ViewColumn.One,
  })
}

/** Where a name stands in an open file. */
function positionOf(editor: vscode.TextEditor, name: string): vscode.Position {
  const offset = editor.document.getText().indexOf(name)
  assert.ok(offset >= 0, name)
  return editor.document.positionAt(offset + 1)
}

const where = ({ uri, range }: vscode.Location): string =>
  `${uri.path.split('/').slice(-2).join('/')}:${range.start.line + 1}`

/** Asks again until the server has read the folder. */
async function eventually<T>(ask: () => Thenable<T>, enough: (answer: T) => boolean): Promise<T> {
  const until = Date.now() + 15_000
  for (;;) {
    const answer = await ask()
    if (enough(answer) || Date.now() > until) return answer
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

describe('topics in the editor', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'))

  it('goes from a sink to its topic, and finds all places that name it', async () => {
    const editor = await show('connectors/archive.json')
    const position = positionOf(editor, 'orders')
    const definitions = await eventually(
      () =>
        vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
          'vscode.executeDefinitionProvider',
          editor.document.uri,
          position,
        ),
      found => found.length > 0,
    )
    assert.deepEqual(
      definitions.map(found =>
        'uri' in found ? where(found) : where(new vscode.Location(found.targetUri, found.targetRange)),
      ),
      ['kafka/topics.yaml:4'],
    )
    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      editor.document.uri,
      position,
    )
    assert.deepEqual(references.map(where).sort(), [
      'connectors/archive.json:5',
      'kafka/topics.yaml:4',
      'schemas/orders-value.avsc:3',
    ])
  })

  it('shows the data flow as a call hierarchy that ends in a country', async () => {
    const editor = await show('schemas/orders-value.avsc')
    const [field] = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      editor.document.uri,
      positionOf(editor, 'email'),
    )
    assert.ok(field)
    const path = [field]
    for (let item: vscode.CallHierarchyItem | undefined = field; item; ) {
      const calls: vscode.CallHierarchyOutgoingCall[] = await vscode.commands.executeCommand<
        vscode.CallHierarchyOutgoingCall[]
      >('vscode.provideOutgoingCalls', item)
      item = calls[0]?.to
      if (item) path.push(item)
    }
    assert.deepEqual(
      path.map(({ name }) => name),
      ['email', 'orders', 's-17', 'Amazon S3'],
    )
    assert.match(path.at(-1)?.detail ?? '', /^US · covered only/)
    const topics = await show('kafka/topics.yaml')
    const position = positionOf(topics, 'orders')
    topics.selection = new vscode.Selection(position, position)
    await vscode.commands.executeCommand('references-view.showCallHierarchy')
    await vscode.commands.executeCommand('references-view.showOutgoingCalls')
    await act('call-hierarchy', [{ settle: 1500 }])
    await screenshot('call-hierarchy')
  })

  it('renames a topic in YAML, in JSON and in the name of its schema', async () => {
    const editor = await show('kafka/topics.yaml')
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      editor.document.uri,
      positionOf(editor, 'orders'),
      'sales',
    )
    assert.ok(await vscode.workspace.applyEdit(edit))
    assert.equal(editor.document.lineAt(3).text, '  name: sales')
    assert.match(
      (await vscode.workspace.openTextDocument(at('connectors/archive.json'))).getText(),
      /"topics": "sales"/,
    )
    assert.ok((await vscode.workspace.fs.stat(at('schemas/sales-value.avsc'))).size > 0)
    const back = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          editor.document.uri,
          positionOf(editor, 'sales'),
          'orders',
        ),
      found => found.size >= 2,
    )
    assert.ok(await vscode.workspace.applyEdit(back))
    await vscode.workspace.saveAll()
    assert.equal(editor.document.lineAt(3).text, '  name: orders')
    assert.ok((await vscode.workspace.fs.stat(at('schemas/orders-value.avsc'))).size > 0)
  })
})
