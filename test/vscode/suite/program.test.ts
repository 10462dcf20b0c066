import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { at, closeAll, eventually, show, inWorker } from './places.ts'

describe('the program that ships', () => {
  before(() => show('kafka/topics.yaml'))
  after(closeAll)

  it('runs as a task, and its matcher reads what it prints', async function () {
    if (inWorker) return this.skip()
    const [task, ...others] = await vscode.tasks.fetchTasks({ type: 'kafka-review' })
    assert.ok(task)
    assert.deepEqual(others, [])
    const ended = new Promise<number | undefined>(resolve =>
      vscode.tasks.onDidEndTaskProcess(({ exitCode, execution }) => {
        if (execution.task.name === task.name) resolve(exitCode)
      }),
    )
    await vscode.tasks.executeTask(task)
    assert.equal(await ended, 0, 'warnings fail nothing')
    const matched = await eventually(
      () =>
        vscode.languages
          .getDiagnostics(at('connectors/archive.json'))
          .filter(({ source }) => source !== 'kafka-review'),
      found => found.length > 0,
    )
    assert.ok(
      matched.some(
        ({ code, range }) => String(typeof code === 'object' ? code.value : code) === 'KR401' && range.start.line === 6,
      ),
      JSON.stringify(matched),
    )
  })
})
