import assert from 'node:assert/strict'
import * as vscode from 'vscode'

const topic =
  'resource "kafka_topic" "parcels" {\n  name               = "parcels"\n  partitions         = 1\n  replication_factor = var.copies\n}\n'
const variables = 'variable "copies" {\n  default = 2\n}\n'

const at = (path: string): vscode.Uri => {
  const [folder] = vscode.workspace.workspaceFolders ?? []
  assert.ok(folder)
  return vscode.Uri.joinPath(folder.uri, 'terraform-module', path)
}

const write = (path: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text))

const show = async (path: string): Promise<vscode.TextEditor> =>
  vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at(path)), { preview: false })

/** The findings of a file as `KR301 2`, once there are as many as the test waits for. */
async function findings(path: string, count: number): Promise<string[]> {
  const until = Date.now() + 15_000
  for (;;) {
    const found = vscode.languages
      .getDiagnostics(at(path))
      .filter(({ source }) => source === 'kafka-review')
      .map(({ code, range }) => `${typeof code === 'object' ? code.value : code} ${range.start.line + 1}`)
    if (found.length === count || Date.now() > until) return found
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

describe('a module of Terraform in the editor', () => {
  before(async () => {
    await write('msk.tf', topic)
    await write('variables.tf', variables)
  })
  after(async () => {
    // An editor asks before it closes what is not saved, and nobody answers.
    for (const document of vscode.workspace.textDocuments)
      if (document.isDirty)
        await vscode.window
          .showTextDocument(document)
          .then(() => vscode.commands.executeCommand('workbench.action.files.revert'))
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    await vscode.workspace.fs.delete(at('.'), { recursive: true })
  })

  it('has its finding on the default, which comes and goes with an edit in the file that uses it', async () => {
    await show('variables.tf')
    const editor = await show('msk.tf')
    assert.deepEqual(await findings('variables.tf', 1), ['KR301 2'])
    await editor.edit(edit => edit.replace(new vscode.Range(3, 23, 3, 33), '3'))
    assert.deepEqual(await findings('variables.tf', 0), [])
    await editor.edit(edit => edit.replace(new vscode.Range(3, 23, 3, 24), 'var.copies'))
    assert.deepEqual(await findings('variables.tf', 1), ['KR301 2'])
  })

  it('has it in the file of values that wins', async () => {
    await show('variables.tf')
    await write('terraform.tfvars', 'copies = 1\n')
    await show('terraform.tfvars')
    assert.deepEqual(await findings('terraform.tfvars', 1), ['KR301 1'])
    assert.deepEqual(await findings('variables.tf', 0), [])
  })
})
