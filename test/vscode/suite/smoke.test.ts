import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { screenshot } from './look.ts'
import { inWorker } from './places.ts'

describe('the window', () => {
  it('runs with the extension in it', async function () {
    if (inWorker) return this.skip()
    assert.ok(vscode.workspace.workspaceFolders?.length, 'a folder is open')
    assert.ok(vscode.extensions.getExtension('kafka-review.kafka-review'), 'the extension is there')
    await screenshot('window')
  })
})
