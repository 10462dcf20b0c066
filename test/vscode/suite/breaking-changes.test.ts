import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import * as vscode from 'vscode'
import { screenshot } from './look.ts'
import { at, closeAll, codesIn, eventually, show, write, inWorker } from './places.ts'

const schema = (fields: string): string => `{"type": "record", "name": "Parcel", "fields": [\n${fields}\n]}\n`
const code = '  {"name": "code", "type": "string"}'
const path = 'repository/parcel.avsc'

describe('a schema that differs from HEAD', () => {
  before(async function (this: { skip(): void }) {
    await write(path, schema(code))
    const git = (...args: string[]): void =>
      void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: at('repository').fsPath })
    try {
      git('init', '-q')
      git('add', '-A')
      git('commit', '-qm', 'one')
      // It looks for repositories once it is told to: this one is there by then.
      await vscode.workspace.getConfiguration('git').update('enabled', true, vscode.ConfigurationTarget.Global)
    } catch {
      console.log('no git on this machine: schemas are not compared with HEAD')
      this.skip()
    }
  })

  after(async () => {
    await closeAll()
    await vscode.workspace.getConfiguration('git').update('enabled', undefined, vscode.ConfigurationTarget.Global)
    await vscode.workspace.fs.delete(at('repository'), { recursive: true })
  })

  it('shows what breaks consumers, as it is typed', async function () {
    if (inWorker) return this.skip()
    const editor = await show(path)
    await editor.edit(edit =>
      edit.insert(new vscode.Position(1, code.length), ',\n  {"name": "pieces", "type": "int"}'),
    )
    const found = await eventually(
      () => codesIn(path),
      codes => codes.includes('KR802'),
    )
    assert.deepEqual(found, ['KR802'])
    await screenshot('breaking-change')
  })
})
