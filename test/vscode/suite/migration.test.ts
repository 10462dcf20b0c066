import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as vscode from 'vscode'
import { act, screenshot } from './look.ts'
import { at, closeAll, eventually, write } from './places.ts'

describe('the move of a managed cluster', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-review-move-'))
  before(async () => {
    await closeAll()
    await write('msk/main.tf', 'resource "aws_msk_cluster" "shop" {\n  kafka_version = "3.9.x"\n}\n')
    // Whoever moves a cluster has its declaration before him; watchers of files may be late.
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at('msk/main.tf')))
  })
  after(async () => {
    await closeAll()
    await vscode.workspace.fs.delete(at('msk'), { recursive: true })
    rmSync(folder, { recursive: true, force: true })
  })

  it('is written into a folder, with its document shown', async () => {
    const guide = await eventually(
      () => vscode.commands.executeCommand<vscode.Uri | undefined>('kafkaReview.migrate', vscode.Uri.file(folder)),
      found => found !== undefined,
    )
    assert.ok(guide)
    const written = (await vscode.workspace.fs.readDirectory(vscode.Uri.file(folder))).map(([name]) => name)
    assert.ok(written.includes('1-cluster.yaml') && written.includes('answers.env'), written.join(', '))
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(guide))
    assert.match(text, /msk\/main\.tf:\d+/)
    if (await act('migration', [{ settle: 2500 }])) await screenshot('migration')
  })
})
