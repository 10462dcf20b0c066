import { fork, type ChildProcess } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Instrumenter, type InstrumenterOptions } from '@stryker-mutator/instrumenter'
import type { Answer, Order, Told } from './mutate-worker.ts'

// Changes the sources of a room, one small thing at a time, and asks the unit tests whether they notice. A report, not a gate.

const { values } = parseArgs({
  options: {
    room: { type: 'string' },
    sample: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '1' },
  },
})
if (values.room === undefined) {
  console.error('usage: npm run mutate -- --room assess,records/csv.ts [--sample 150] [--seed 1] [--workers 1]')
  process.exit(2)
}

type Mutant = Awaited<ReturnType<Instrumenter['instrument']>>['mutants'][number]

/** Milliseconds that a mutant may take at most: one that runs for ever counts as noticed. */
const patience = 180_000
/** How many of the quickest tests that reach a mutant run before the others. */
const first = 60

const rooms = values.room.split(',').map(name => ({ name, paths: pathsOf(name) }))
const { files, mutants } = await instrumented([...new Set(rooms.flatMap(({ paths }) => paths))])
const sources = join('.cache', 'mutate', `${values.room.replaceAll(/[/,]/g, '-')}.json`)
mkdirSync(join('.cache', 'mutate'), { recursive: true })
writeFileSync(sources, JSON.stringify(files.map(({ name, content }) => [resolve(name), content])))

const dry = await inWorker('', worker => ask(worker, { kind: 'dry' }, 600_000))
if (dry?.kind !== 'told') throw new Error('the tests do not run unchanged')
if (dry.failures.length > 0) throw new Error(`these fail without any change:\n${dry.failures.join('\n')}`)
const samples = rooms.map(({ name, paths }) => {
  const own = mutants.filter(({ fileName }) => paths.includes(fileName))
  return { name, all: own.length, sample: shuffled(own, Number(values.seed)).slice(0, Number(values.sample)) }
})
const results = new Map<Mutant, string>()
const queue = samples.flatMap(({ sample }) => sample)
const count = queue.length
console.log(
  `${mutants.length} mutants in ${files.length} files, ${count} sampled with seed ${values.seed}; ${dry.tests.length} tests`,
)
await Promise.all(Array.from({ length: Number(values.workers) }, () => drain(queue, dry)))
for (const { name, all, sample } of samples) report(name, all, sample)

/** The sources of a room, or of one file of it. */
function pathsOf(room: string): string[] {
  const path = `server/src/${room}`
  return globSync(room.endsWith('.ts') ? path : `${path}/**/*.ts`).sort()
}

/** The sources with all mutants inside, each behind a switch. */
async function instrumented(names: readonly string[]): ReturnType<Instrumenter['instrument']> {
  const silent = (): void => {}
  const logger = {
    isTraceEnabled: () => false,
    isDebugEnabled: () => false,
    isInfoEnabled: () => false,
    isWarnEnabled: () => false,
    isErrorEnabled: () => true,
    isFatalEnabled: () => true,
    trace: silent,
    debug: silent,
    info: silent,
    warn: silent,
    error: console.error,
    fatal: console.error,
  }
  const options: InstrumenterOptions = { plugins: null, excludedMutations: [], ignorers: [] }
  return new Instrumenter(logger).instrument(
    names.map(name => ({ name, mutate: true, content: readFileSync(name, 'utf8') })),
    options,
  )
}

/** Judges mutants until none is left. One that matters while modules load gets a process of its own. */
async function drain(left: Mutant[], known: Told): Promise<void> {
  let worker: ChildProcess | undefined
  for (let mutant = left.pop(); mutant; mutant = left.pop()) {
    const atLoading = known.atLoading.includes(mutant.id)
    const reaching = known.tests
      .filter(({ reaches }) => reaches.includes(mutant.id))
      .sort((a, b) => a.milliseconds - b.milliseconds)
      .map(({ id }) => id)
    if (!atLoading && reaching.length === 0) {
      results.set(mutant, 'no test reaches it')
      continue
    }
    if (atLoading || !worker?.connected) {
      worker?.kill()
      worker = start(atLoading ? mutant.id : '')
    }
    const verdict = await judge(worker, mutant, reaching, atLoading)
    results.set(mutant, verdict)
    if (atLoading || verdict === 'never ends' || verdict === 'ends the process') {
      worker.kill()
      worker = undefined
    }
    process.stderr.write(`${results.size} of ${count}: ${nameOf(mutant)} ${verdict}\n`)
  }
  worker?.kill()
}

/** The quickest tests that reach a mutant first, then all of them. Where few do, at last every test: what one test remembers may hide from the next that it reaches it too. */
async function judge(
  worker: ChildProcess,
  mutant: Mutant,
  reaching: readonly number[],
  atLoading: boolean,
): Promise<string> {
  const everything = atLoading || reaching.length < first ? [undefined] : []
  const rounds = [reaching.slice(0, first), reaching.slice(first), ...everything]
  for (const tests of rounds) {
    if (tests?.length === 0) continue
    const answer = await ask(worker, { kind: 'mutant', mutant: mutant.id, tests }, patience)
    if (answer === undefined) return worker.exitCode === null ? 'never ends' : 'ends the process'
    if (answer.kind === 'noticed') return `noticed by ${answer.by}`
  }
  return 'survived'
}

function start(mutant: string): ChildProcess {
  return fork('test/tools/mutate-worker.ts', [sources, mutant], {
    execArgv: ['--import', './server/tools/data-hook.ts'],
    stdio: ['ignore', 'ignore', mutant === '' ? 'inherit' : 'ignore', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: resolve('.cache/mutate/compiled') },
  })
}

async function inWorker<T>(mutant: string, run: (worker: ChildProcess) => Promise<T>): Promise<T> {
  const worker = start(mutant)
  try {
    return await run(worker)
  } finally {
    worker.kill()
  }
}

/** Sends an order; nothing comes back where the process ends or takes longer than it may. */
function ask(worker: ChildProcess, order: Order, limit: number): Promise<Answer | undefined> {
  return new Promise(done => {
    const finish = (answer?: Answer): void => {
      clearTimeout(timer)
      worker.off('exit', gone)
      worker.off('message', heard)
      done(answer)
    }
    const gone = (): void => finish()
    const heard = (answer: unknown): void => finish(answer as Answer)
    const timer = setTimeout(finish, limit)
    worker.once('exit', gone)
    worker.once('message', heard)
    worker.send(order)
  })
}

function nameOf({ fileName, location }: Mutant): string {
  return `${fileName}:${location.start.line + 1}:${location.start.column + 1}`
}

function report(room: string, all: number, sample: readonly Mutant[]): void {
  const unnoticed = sample.filter(mutant => ['survived', 'no test reaches it'].includes(results.get(mutant) ?? ''))
  const inOrder = unnoticed.sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'en', { numeric: true }))
  for (const mutant of inOrder) {
    const { start, end } = mutant.location
    const line = readFileSync(mutant.fileName, 'utf8').split('\n')[start.line] ?? ''
    const was = line.slice(start.column, start.line === end.line ? end.column : undefined)
    const unreached = results.get(mutant) === 'survived' ? '' : ' (no test reaches it)'
    console.log(`${nameOf(mutant)}${unreached}\n  - ${was}\n  + ${mutant.replacement.split('\n')[0]}`)
  }
  const killed = sample.length - unnoticed.length
  console.log(
    `${room}: ${killed} of ${sample.length} noticed (${Math.round((killed / Math.max(1, sample.length)) * 100)} %), of ${all} mutants, seed ${values.seed}`,
  )
}

/** In an order that a seed decides (mulberry32). */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return items
    .map(item => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
