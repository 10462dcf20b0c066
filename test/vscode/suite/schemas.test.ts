import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { act, screenshot } from './look.ts'

const files = {
  'patients-value.avsc':
    '{\n  "type": "record",\n  "name": "Patient",\n  "fields": [\n    {"name": "email", "type": "string"},\n    {"name": "diagnosis", "type": "string"}\n  ]\n}\n',
  'patients-value.proto': 'syntax = "proto3";\n\nmessage Patient {\n  string email = 1;\n  string diagnosis = 2;\n}\n',
}

const at = (path: string): vscode.Uri => {
  const [folder] = vscode.workspace.workspaceFolders ?? []
  assert.ok(folder)
  return vscode.Uri.joinPath(folder.uri, 'schema-files', path)
}

/** The findings of a file as `KR101 5`, once there are some. */
async function findings(path: string, enough: (found: string[]) => boolean): Promise<string[]> {
  const until = Date.now() + 15_000
  for (;;) {
    const found = vscode.languages
      .getDiagnostics(at(path))
      .filter(({ source }) => source === 'kafka-review')
      .map(({ code, range }) => `${typeof code === 'object' ? code.value : code} ${range.start.line + 1}`)
      .sort()
    if (enough(found) || Date.now() > until) return found
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

describe('schemas in the editor', () => {
  before(async () => {
    for (const [path, text] of Object.entries(files))
      await vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text))
  })
  after(async () => {
    for (const document of vscode.workspace.textDocuments)
      if (document.isDirty)
        await vscode.window
          .showTextDocument(document)
          .then(() => vscode.commands.executeCommand('workbench.action.files.revert'))
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    await vscode.workspace.fs.delete(at('.'), { recursive: true })
  })

  for (const [path, line, tagged] of [
    ['patients-value.avsc', 5, /"confluent:tags": ?\["PII"\]/],
    ['patients-value.proto', 4, /\(confluent\.field_meta\)/],
  ] as const) {
    it(`${path}: squiggle, hover, code lens, and a tag that settles the finding`, async () => {
      const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at(path)), {
        preview: false,
      })
      assert.deepEqual(await findings(path, found => found.length === 2), [`KR101 ${line}`, `KR102 ${line + 1}`])
      const column = editor.document.lineAt(line - 1).text.indexOf('email') + 1
      const position = new vscode.Position(line - 1, column)
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        at(path),
        position,
      )
      assert.match(
        hovers
          .flatMap(({ contents }) => contents.map(content => (typeof content === 'string' ? content : content.value)))
          .join(),
        /e-mail address/,
      )
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', at(path))
      assert.deepEqual(
        lenses.map(({ command }) => command?.title),
        ['2 personal fields · 1 special · Art. 30'],
      )
      await act(`schema-${path}`, [{ settle: 800 }])
      await screenshot(`schema-${path}`)
      const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        at(path),
        new vscode.Range(position, position),
        vscode.CodeActionKind.QuickFix.value,
        20,
      )
      const tag = fixes.find(({ title }) => title.startsWith('Tag the field'))
      assert.ok(tag?.edit, fixes.map(({ title }) => title).join('\n'))
      assert.ok(await vscode.workspace.applyEdit(tag.edit))
      assert.match(editor.document.getText(), tagged)
      assert.deepEqual(
        (await findings(path, found => found.length === 1)).map(found => found.slice(0, 5)),
        ['KR102'],
      )
    })
  }
})
