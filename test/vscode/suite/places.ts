import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { webVariable } from '../host/contract.ts'

/** Whether the extension runs in a worker of the browser: without processes and Git, and what it gives the editor reaches the suite without links and commands. */
export const inWorker = process.env[webVariable] !== undefined

/** The URI of a file of the folder that is open. */
export function at(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? []
  assert.ok(folder)
  return vscode.Uri.joinPath(folder.uri, path)
}

/** Writes a file below the folder that is open. */
export const write = (path: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text))

/** Shows a file in the first column. */
export const show = async (path: string): Promise<vscode.TextEditor> =>
  vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at(path)), {
    viewColumn: vscode.ViewColumn.One,
    preview: false,
  })

/** The text of a file as the editor has it; empty where there is none. */
export const textOf = (path: string): Thenable<string> =>
  vscode.workspace.openTextDocument(at(path)).then(
    document => document.getText(),
    () => '',
  )

/** The codes of our findings in a file. */
export const codesIn = (path: string): string[] =>
  vscode.languages
    .getDiagnostics(at(path))
    .filter(({ source }) => source === 'kafka-review')
    .map(({ code }) => String(typeof code === 'object' ? code.value : code))

/** The findings of a file as `KR301 9:13 message`, once they are what the test waits for. */
export async function findings(path: string, expected: (found: string[]) => boolean): Promise<string[]> {
  const read = (): string[] =>
    vscode.languages
      .getDiagnostics(at(path))
      .filter(({ source }) => source === 'kafka-review')
      .map(
        ({ code, range, message }) =>
          `${typeof code === 'object' ? code.value : code} ${range.start.line + 1}:${range.start.character + 1} ${message}`,
      )
      .sort()
  const until = Date.now() + 15_000
  for (;;) {
    const found = read()
    if (expected(found) || Date.now() > until) return found
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

/** Whether there are any. */
export const some = (found: string[]): boolean => found.length > 0
/** Whether there are none. */
export const none = (found: string[]): boolean => found.length === 0

/** Asks again until the answer is what a test waits for, or time is up. */
export async function eventually<T>(ask: () => T | PromiseLike<T>, enough: (answer: T) => boolean): Promise<T> {
  const until = Date.now() + 15_000
  for (;;) {
    const answer = await ask()
    if (enough(answer) || Date.now() > until) return answer
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

/** The editor of a file, once it is the active one, and its cursor. */
export async function activeIn(path: string): Promise<vscode.TextEditor> {
  const editor = await eventually(
    () => vscode.window.activeTextEditor,
    one => one?.document.uri.path.endsWith(path) === true,
  )
  assert.ok(editor)
  assert.match(editor.document.uri.path, new RegExp(`${path.replaceAll('.', '\\.')}$`))
  return editor
}

/** Throws away what is not saved and closes everything, the panel too. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments)
    if (document.isDirty && !document.isUntitled)
      await vscode.window
        .showTextDocument(document)
        .then(() => vscode.commands.executeCommand('workbench.action.files.revert'))
  await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  await vscode.commands.executeCommand('workbench.action.closePanel')
}
