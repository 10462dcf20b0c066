import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { hostile } from '../support/hostile.ts'
import { temporaryFolder } from '../vscode/host/temporary.ts'

/** Milliseconds after which a run counts as one that never ends; each takes far less than a second. */
const never = 20_000

interface Outcome {
  readonly status: number
  readonly out: string
}

function run(worker: Worker, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const settle = (take: () => void): void => {
      clearTimeout(timer)
      worker.off('message', answer)
      worker.off('error', fail)
      take()
    }
    const answer = (outcome: Outcome): void => settle(() => resolve(outcome))
    const fail = (error: unknown): void => settle(() => reject(error))
    const timer = setTimeout(() => fail(new Error(`${args.join(' ')} does not end`)), never)
    worker.on('message', answer)
    worker.on('error', fail)
    worker.postMessage(args)
  })
}

describe('a hostile repository', function () {
  this.timeout(2 * never)
  let worker: Worker
  const start = (): Worker =>
    new Worker(new URL('../support/run-worker.ts', import.meta.url), {
      execArgv: ['--import', './server/tools/data-hook.ts'],
    })
  before(() => {
    worker = start()
  })
  after(() => worker.terminate())
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return
    await worker.terminate()
    worker = start()
  })

  for (const [what, { files, codes, problem, status = 0 }] of Object.entries(hostile))
    it(`with ${what} has its findings`, async () => {
      const folder = temporaryFolder()
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), text)
      }
      const outcome = await run(worker, ['check', folder, '--format', 'json', '--fail-on', 'never'])
      const { findings, problems } = JSON.parse(outcome.out) as {
        findings: { code: string; level: string }[]
        problems: { message: string }[]
      }
      assert.deepEqual(
        findings
          .filter(({ level }) => level !== 'hint')
          .map(({ code }) => code)
          .sort(),
        codes,
      )
      assert.equal(outcome.status, status)
      const told = problems.map(({ message }) => message).join('\n')
      if (problem) assert.match(told, problem)
      else assert.equal(told, '')
      for (const command of ['record', 'flow']) await run(worker, [command, folder])
    })
})
