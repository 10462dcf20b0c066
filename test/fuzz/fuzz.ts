import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { prepareReading } from '../../server/src/reader/reader.ts'
import { assertHolds } from './holds.ts'
import { inputs, type Input } from './inputs.ts'
import { modelRuns, steps } from './model.ts'
import { assertReadBack, givens } from './read-back.ts'

/** Seconds of work after which an input counts as slow. */
const slowAfter = 1

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' }, only: { type: 'string' } },
})
const minutes = Number(values.minutes)
const first = Number(values.seed ?? Date.now() % 1_000_000_000)
const until = Date.now() + minutes * 60_000
const counts = { inputs: 0, whole: 0, texts: 0, failures: 0, slow: 0, differences: 0, runs: 0 }

function timed(input: Input): void {
  counts.inputs++
  if (input.isWhole) counts.whole++
  const taken = assertHolds(input)
  if (taken <= slowAfter) return
  counts.slow++
  console.log(`slow: ${taken.toFixed(1)} s of work\n${shown(input)}`)
}

/** Texts that commands read back: facts, baselines, records, requests. */
async function readBack(seed: number): Promise<void> {
  const details = await fc.check(
    fc.asyncProperty(givens(), async given => {
      counts.texts++
      const taken = await assertReadBack(given)
      if (taken <= slowAfter) return
      counts.slow++
      console.log(`slow: ${taken.toFixed(1)} s of work\n  ${JSON.stringify(given).slice(0, 2000)}`)
    }),
    { seed, numRuns: 1000, interruptAfterTimeLimit: Math.min(20_000, Math.max(1, until - Date.now())) },
  )
  if (!details.counterexample) return
  counts.failures++
  console.log(
    `failed (seed ${seed}): ${messageOf(details.errorInstance)}\n  ${JSON.stringify(details.counterexample).slice(0, 3000)}`,
  )
}

const shown = ({ texts }: Input): string =>
  texts.map(({ uri, text }) => `  ${uri} (${text.length}) ${JSON.stringify(text.slice(0, 2000))}`).join('\n')

/** Tries what a seed leads to; what fails is told with the smallest input that fails. */
async function round(seed: number): Promise<void> {
  if (values.only === undefined || values.only === 'texts') await readBack(seed)
  if (values.only !== 'model' && values.only !== 'texts') {
    const details = await fc.check(fc.property(inputs(), timed), {
      seed,
      numRuns: 2000,
      interruptAfterTimeLimit: Math.min(30_000, Math.max(1, until - Date.now())),
    })
    if (details.counterexample) {
      counts.failures++
      console.log(`failed (seed ${seed}): ${messageOf(details.errorInstance)}\n${shown(details.counterexample[0])}`)
    }
  }
  if (values.only === 'inputs' || values.only === 'texts') return
  const run = await fc.check(modelRuns(100), {
    seed,
    numRuns: 20,
    interruptAfterTimeLimit: Math.min(20_000, Math.max(1, until - Date.now())),
  })
  counts.runs += run.numRuns
  if (!run.counterexample) return
  counts.differences++
  console.log(
    `different (seed ${seed}): ${messageOf(run.errorInstance)}\n  ${fc.stringify(run.counterexample).slice(0, 3000)}`,
  )
}

const messageOf = (error: unknown): string =>
  (error instanceof Error ? (error.stack ?? error.message) : String(error)).split('\n').slice(0, 40).join('\n')

await prepareReading()
for (let seed = first; Date.now() < until; seed++) await round(seed)
console.log(
  `${counts.inputs} inputs, ${counts.whole} of them with every writer, every fix and another order, ${counts.texts} texts that commands read back: ${counts.failures} rounds failed, ${counts.slow} inputs took over ${slowAfter} s; ${steps.taken} steps in ${counts.runs} runs of the model: ${counts.differences} differ (seeds from ${first})`,
)
process.exitCode = counts.failures + counts.slow + counts.differences > 0 ? 1 : 0
