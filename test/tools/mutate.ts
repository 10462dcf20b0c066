import { execFileSync, fork, type ChildProcess } from 'node:child_process'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Instrumenter, type InstrumenterOptions } from '@stryker-mutator/instrumenter'
import { isPrepared, toModule } from '../../server/tools/data.ts'
import { refusedOf } from './mutate-compiler.ts'
import {
  stoppedBy,
  type Answer,
  type Order,
  type Prepared,
  type Source,
  type TestRun,
  type Told,
} from './mutate-messages.ts'

// Changes the sources of a room, one small thing at a time, and asks the tests that reach it whether they notice, and the compiler. A report, not a gate.

const { values } = parseArgs({
  options: {
    room: { type: 'string' },
    sample: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '1' },
    again: { type: 'boolean', default: false },
    most: { type: 'string', default: '200' },
    tests: {
      type: 'string',
      default: 'test/{*,assess/*,cli/*,formats/*,lsp/*,model/*,records/*,report/*,sweeps/*,slow/git}.test.ts',
    },
  },
})
if (values.room === undefined) {
  console.error(
    `usage: npm run mutate -- --room assess,records/csv.ts [--sample 150] [--seed 1] [--workers 1]
  --again            judges those that nobody noticed last time
  --tests <pattern>  by these tests only
  --most <number>    by so many tests a mutant (200): those that are about its file or go deepest into it, and some of each suite that reaches it`,
  )
  process.exit(2)
}

type Point = { readonly line: number; readonly column: number }
/** What Babel tells of a node; it counts lines from 1. */
interface Node {
  readonly type: string
  readonly start?: number
  readonly end?: number
  readonly loc?: { readonly start: Point; readonly end: Point }
}
type Ignorer = InstrumenterOptions['ignorers'][number]
type Mutant = Awaited<ReturnType<Instrumenter['instrument']>>['mutants'][number]

/** How long a worker may load or answer before it is given up, in milliseconds; who does not end is told by its own watch, long before. */
const givenUp = 900_000
/** Said of a mutant with which the tests compute much longer than without, or wait for nothing. */
const endless = 'never ends'
/** After how many tests it is looked at whether one of them failed: most mutants are noticed by one of the first. */
const rounds = [12, 60, 240]
/** How many tests look at a mutant in a warm process; all look at what survives these, in a process of its own. */
const firstLook = 60
/** How many of the tests that go deepest into a file are asked, however long they take. */
const broadest = 16
/** How many mutants of a room are judged before those of the next. */
const inTurn = 10
/** What it counts that a test reaches nothing but the file. */
const nearest = 10
const folder = resolve('.cache', 'mutate')
mkdirSync(folder, { recursive: true })
process.chdir(copied())
const prepared = join(folder, `${process.pid}.sources.json`)
const keptOf = (room: string): string => join(folder, `${room.replaceAll('/', '-')}.json`)

const rooms = values.room.split(',').map(name => ({ name, paths: pathsOf(name) }))
const names = [...new Set(rooms.flatMap(({ paths }) => paths))]
const roomOf = new Map(rooms.flatMap(({ name, paths }) => paths.map(path => [path, name])))
const possible = (await instrumented(names)).mutants
const drawn = rooms.map(({ name, paths }) => {
  const own = possible.filter(({ fileName }) => paths.includes(fileName))
  return { name, all: own.length, keys: (values.again ? own.filter(wasUnnoticed(name)) : sampleOf(own)).map(keyOf) }
})
// All others would only make it slow.
const { files, mutants } = await instrumented(names, new Set(drawn.flatMap(({ keys }) => keys)))
writeFileSync(prepared, JSON.stringify(prepare()))

/** A process that judges one mutant after another, and is started anew where one has ended it. */
class Warm {
  #worker: ChildProcess | undefined
  #room = ''

  /** Has the mutants of a room ready. */
  enter(room: string): void {
    if (room !== this.#room) this.end()
    this.#room = room
  }

  /** Runs tests with a mutant, or with none; answers how it ended where it did, also in a new process. */
  async ask(mutant: string, wanted: readonly TestRun[]): Promise<Answer | string> {
    const isNew = this.#worker === undefined
    this.#worker ??= await start(this.#room)
    const answer = await runIn(this.#worker, mutant, wanted)
    if (answer) return answer
    const ending = this.end()
    return isNew ? ending : this.ask(mutant, wanted)
  }

  /** Ends the process; says how it was. */
  end(): string {
    const said = this.#worker ? endOf(this.#worker) : ''
    this.#worker?.kill('SIGKILL')
    this.#worker = undefined
    return said
  }

  /** Whether a test that failed with a mutant passes without it and fails again with it: in this process, or, where something was left behind in it, in new ones. What is left behind may be the mutant's own. */
  async isBlamed(mutant: string, test: TestRun): Promise<boolean> {
    if ((await this.#isGreen('', test)) && !(await this.#isGreen(mutant, test))) return true
    this.end()
    return !(await this.#isGreen(mutant, test)) && this.passes(test)
  }

  /** Whether a test passes alone and without any change, if need be in a new process; where it does not, it is asked no more. */
  async passes(test: TestRun): Promise<boolean> {
    if (await this.#isGreen('', test)) return true
    this.end()
    if (await this.#isGreen('', test)) return true
    unsure.add(test.id)
    return false
  }

  async #isGreen(mutant: string, test: TestRun): Promise<boolean> {
    const answer = await this.ask(mutant, [test])
    return typeof answer !== 'string' && answer.kind === 'unnoticed'
  }
}

const dry = await inWorker(worker => ask(worker, { kind: 'dry' }, 2 * givenUp))
if (dry === undefined || dry.tests.length === 0) throw new Error('the tests do not run unchanged')
const { tests } = dry
for (const { title, fails } of tests)
  if (fails !== undefined) console.log(`fails without any change: ${title}: ${fails}`)
const atLoading = new Set(dry.atLoading)
const fileOf = new Map(mutants.map(({ id, fileName }) => [id, fileName]))
const reachedBy = new Map<string, TestRun[]>()
/** How many mutants of a file a test reaches, by `file test`. */
const depth = new Map<string, number>()
for (const test of tests)
  for (const id of test.reaches) {
    const reaching = reachedBy.get(id)
    if (reaching) reaching.push(test)
    else reachedBy.set(id, [test])
    const key = `${fileOf.get(id)} ${test.id}`
    depth.set(key, (depth.get(key) ?? 0) + 1)
  }
const byTitle = new Map(tests.map(test => [test.title, test]))
/** How many mutants of a file a test has noticed, by `file test`: it is asked first about the next. */
const noticing = new Map<string, number>()
/** Tests that fail without any change, some of them only where they do not run after others. */
const unsure = new Set(tests.flatMap(({ id, fails }) => (fails === undefined ? [] : [id])))

const byKey = new Map(mutants.map(mutant => [keyOf(mutant), mutant]))
const samples = drawn.map(({ name, all, keys }) => ({ name, all, sample: keys.flatMap(key => byKey.get(key) ?? []) }))
const results = new Map<Mutant, string>()
const sampled = samples.flatMap(({ sample }) => sample)
const refused = refusedOf(sampled)
const count = sampled.length
console.log(
  `${possible.length} mutants in ${files.length} files, ${count} sampled with seed ${values.seed}, ${sampled.filter(isStatic).length} of them while loading; ${tests.length} tests in ${Math.round(tests.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000)} s`,
)
// Who stops it is told of what is judged.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    for (const { name, all, sample } of samples) {
      const judged = sample.filter(mutant => results.has(mutant))
      if (judged.length > 0) report(name, all, judged)
    }
    process.exit(130)
  })
// As they were drawn, some of each room in turn: what a run has judged that is stopped is a sample too.
for (let from = 0; from < Math.max(...samples.map(({ sample }) => sample.length)); from += inTurn)
  for (const { sample } of samples) {
    const left = sample.slice(from, from + inTurn)
    await Promise.all(Array.from({ length: Number(values.workers) }, () => drain(left)))
  }
for (const { name, all, sample } of samples) report(name, all, sample)

/** A copy of the tree as it stands now: tests that are written while a run lasts would be counted among its own, and what they read would have changed. */
function copied(): string {
  const copy = mkdtempSync(join(tmpdir(), 'kafka-review-mutate-'))
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { encoding: 'utf8' }).split('\0')
  for (const path of listed)
    if (path !== '' && existsSync(path)) cpSync(path, join(copy, path), { verbatimSymlinks: true })
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
  process.on('exit', () => {
    process.chdir(folder)
    for (const made of [prepared, copy]) rmSync(made, { recursive: true, force: true })
  })
  return copy
}

/** The sources of a room, or of one file of it. */
function pathsOf(room: string): string[] {
  const path = `server/src/${room}`
  return globSync(room.endsWith('.ts') ? path : `${path}/**/*.ts`).sort()
}

/** All sources and data as JavaScript, so that a worker starts quickly. */
function prepare(): Prepared {
  const contents = new Map(files.map(({ name, content }) => [name, content]))
  const script = (path: string, text: string): Source => [resolve(path), stripTypeScriptTypes(text)]
  return {
    sources: [
      ...globSync('{server/src,test}/**/*.ts')
        .filter(path => !isPrepared(path))
        .map(path => script(path, readFileSync(path, 'utf8'))),
      ...globSync('server/src/**/*.{yaml,md}').map(
        (path): Source => [resolve(path), toModule(path, readFileSync(path, 'utf8'))],
      ),
    ],
    rooms: rooms.map(({ name, paths }) => {
      const remembers = /^(?:assess|knowledge|text|words|syntax)(?:\/|$)/.test(name)
      // What is prepared once a process is prepared anew where a mutant may change it.
      const anew = remembers ? globSync('server/src/**/*.ts').filter(isPrepared) : []
      return {
        name,
        mutated: [...new Set([...paths, ...anew])].map(path =>
          script(path, contents.get(path) ?? readFileSync(path, 'utf8')),
        ),
        remembers,
      }
    }),
    tests: values.tests,
  }
}

/** The sources with mutants inside, each behind a switch: all, or those of which `wanted` holds one, and those of functions, which tell who comes near. */
async function instrumented(
  names: readonly string[],
  wanted?: ReadonlySet<string>,
): ReturnType<Instrumenter['instrument']> {
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
  const options: InstrumenterOptions = {
    plugins: null,
    excludedMutations: [],
    ignorers: [
      alike(),
      ...(wanted
        ? [
            besides(
              names,
              possible.filter(mutant => wanted.has(keyOf(mutant))),
            ),
          ]
        : []),
    ],
  }
  const made = await new Instrumenter(logger).instrument(
    names.map(name => ({ name, mutate: true, content: readFileSync(name, 'utf8') })),
    options,
  )
  return { files: made.files, mutants: made.mutants.filter(({ status }) => status !== 'Ignored') }
}

/** Leaves out what can be changed without anything being different: when a memory forgets (`if (known.size > most) known.clear()`), and what the parts of a key are called that tell it from other keys (`key('flow', 'as', user)`). */
function alike(): Ignorer {
  return {
    shouldIgnore(path) {
      const { node, parent } = path as unknown as {
        node: Node
        parent?: Node & { readonly callee?: { name?: string } }
      }
      if (node.type === 'IfStatement') {
        const forgets = /^if \((\w+)\.size >=? \w+\)\s*\{?\s*\1\.clear\(\);?\s*\}?$/
        return forgets.test(String(path)) ? 'only when a memory forgets' : undefined
      }
      return node.type === 'StringLiteral' && parent?.type === 'CallExpression' && parent.callee?.name === 'key'
        ? 'only what tells a key from others'
        : undefined
    },
  }
}

/** Leaves out what holds neither a wanted mutant nor a function or a block. Files are met in their order, each from its root. */
function besides(names: readonly string[], wanted: readonly Mutant[]): Ignorer {
  const texts = names.map(name => ({ text: readFileSync(name, 'utf8'), name }))
  let here = { text: '', wanted: [] as Mutant[] }
  return {
    shouldIgnore(path) {
      const { node } = path as unknown as { node: Node }
      if (node.type === 'Program') {
        const { text, name } = texts.shift() ?? { text: '', name: '' }
        here = { text, wanted: wanted.filter(({ fileName }) => fileName === name) }
      }
      const { start, end, loc } = node
      if (start === undefined || end === undefined || !loc || node.type === 'Program') return undefined
      if (/=>|\{/.test(here.text.slice(start, end))) return undefined
      const isBefore = (a: Point, b: Point): boolean => a.line < b.line || (a.line === b.line && a.column <= b.column)
      const from = { line: loc.start.line - 1, column: loc.start.column }
      const to = { line: loc.end.line - 1, column: loc.end.column }
      const isWanted = here.wanted.some(({ location }) => isBefore(from, location.start) && isBefore(location.end, to))
      return isWanted ? undefined : 'not drawn'
    },
  }
}

function isStatic({ id }: Mutant): boolean {
  return atLoading.has(id)
}

/** The tests that reach anything in the file of a mutant: what they remember may hold what it works out. */
function reachingFile({ fileName }: Mutant): TestRun[] {
  const own = mutants.filter(mutant => mutant.fileName === fileName)
  return [...new Set(own.flatMap(({ id }) => reachedBy.get(id) ?? []))]
}

/** Judges mutants until none is left, last in a process of their own. */
async function drain(left: Mutant[]): Promise<void> {
  const warm = new Warm()
  for (let mutant = left.shift(); mutant; mutant = left.shift()) {
    const reaching = reachedBy.get(mutant.id) ?? []
    warm.enter(roomOf.get(mutant.fileName) ?? '')
    let verdict = reaching.length === 0 ? 'no test reaches it' : await judge(warm, mutant, reaching)
    // What a process has remembered hides a mutant from the tests after: no survivor of a warm one is believed, unless the compiler sees it.
    if (!refused.has(mutant) && (verdict === 'survived' || (isUnnoticed(verdict) && isStatic(mutant))))
      verdict = await judgeFromStart(warm, mutant)
    results.set(mutant, verdict)
    const [told] = mutant.replacement.split('\n')
    const byTypes = refused.has(mutant) ? ' (the compiler refuses it)' : ''
    process.stderr.write(`${results.size} of ${count}: ${nameOf(mutant)} -> ${told}: ${verdict}${byTypes}\n`)
  }
  warm.end()
}

/** Asks the nearest of the tests that reach the mutant. Starts again where a test was not to be believed. */
async function judge(warm: Warm, mutant: Mutant, reaching: readonly TestRun[]): Promise<string> {
  const left = inRounds(reaching, mutant, firstLook)
  for (let wanted = left.shift(); wanted; wanted = left.shift()) {
    const answer = await warm.ask(mutant.id, wanted)
    if (typeof answer === 'string') return answer
    if (answer.kind !== 'noticed') continue
    const test = byTitle.get(answer.by)
    if (test === undefined || (await warm.isBlamed(mutant.id, test))) return noticed(mutant, answer)
    left.unshift(wanted.filter(({ title }) => title !== answer.by))
  }
  return 'survived'
}

/** Judges a mutant that is on from the beginning, by the tests that reach anything in its file. */
async function judgeFromStart(warm: Warm, mutant: Mutant): Promise<string> {
  const reaching = reachingFile(mutant)
  const left = inRounds(reaching.length > 0 ? reaching : tests, mutant)
  const worker = await start(roomOf.get(mutant.fileName), mutant.id, left.flat())
  try {
    for (let wanted = left.shift(); wanted; wanted = left.shift()) {
      const answer = await runIn(worker, mutant.id, wanted)
      if (answer === undefined) return endOf(worker)
      if (answer.kind !== 'noticed') continue
      const test = byTitle.get(answer.by)
      if (test === undefined) return noticed(mutant, answer)
      if ((await warm.passes(test)) && (await failsAlone(mutant, test))) return noticed(mutant, answer)
      left.unshift(wanted.filter(({ title }) => title !== answer.by))
    }
    return 'survived'
  } finally {
    worker.kill('SIGKILL')
  }
}

/** Whether a test fails with a mutant in a process of its own: what other tests have left behind is no fault of the mutant. */
async function failsAlone(mutant: Mutant, test: TestRun): Promise<boolean> {
  const worker = await start(roomOf.get(mutant.fileName), mutant.id, [test])
  try {
    return (await runIn(worker, mutant.id, [test]))?.kind !== 'unnoticed'
  } finally {
    worker.kill('SIGKILL')
  }
}

function noticed({ fileName }: Mutant, { by, why }: { by: string; why: string }): string {
  const key = `${fileName} ${byTitle.get(by)?.id}`
  noticing.set(key, (noticing.get(key) ?? 0) + 1)
  return `noticed by ${by}: ${why}`
}

/** The tests in the order in which they are asked: who has noticed something in the file, then who is about it and little else, or goes deep into it for its time, some of those that go deepest, and who reaches the mutant itself before who only reaches its file. Tests of one suite are alike, so every other place goes round the suites. */
function inRounds(
  reaching: readonly TestRun[],
  { id: mutant, fileName }: Mutant,
  most = Number(values.most),
): TestRun[][] {
  const own = new Set(reachedBy.get(mutant))
  const worth = ({ id, milliseconds, reaches }: TestRun): number => {
    const key = `${fileName} ${id}`
    const deep = depth.get(key) ?? 0
    const near = deep / Math.max(reaches.length, 1)
    return (noticing.get(key) ?? 0) * 1000 + near * nearest + deep / (milliseconds + 50)
  }
  const sorted = reaching
    .filter(({ id }) => !unsure.has(id))
    .map(test => ({ test, worth: worth(test), isOwn: own.has(test) ? 1 : 0 }))
    .sort((a, b) => b.isOwn - a.isOwn || b.worth - a.worth)
    .map(({ test }) => test)
  const round = roundSuites(sorted)
  // Who goes over many fixtures takes long, and sees the most.
  const deepIn = ({ id }: TestRun): number => depth.get(`${fileName} ${id}`) ?? 0
  const deepest = [...sorted].sort((a, b) => deepIn(b) - deepIn(a)).slice(0, broadest)
  const mixed = [...new Set(sorted.flatMap((test, at) => [test, round[at] ?? test, deepest[at] ?? test]))].slice(
    0,
    most,
  )
  const cuts = [0, ...rounds, mixed.length]
  return cuts.slice(1).flatMap((cut, at) => {
    const some = mixed.slice(cuts[at], cut)
    return some.length === 0 ? [] : [some]
  })
}

/** The first of each suite, then the second of each. */
function roundSuites(sorted: readonly TestRun[]): TestRun[] {
  const seen = new Map<string, number>()
  const turn = new Map(
    sorted.map(test => {
      const before = seen.get(test.suite) ?? 0
      seen.set(test.suite, before + 1)
      return [test, before]
    }),
  )
  return [...sorted].sort((a, b) => (turn.get(a) ?? 0) - (turn.get(b) ?? 0))
}

/** Runs tests with a mutant; nothing comes back where the process ends, or computes much longer than without it. */
function runIn(worker: ChildProcess, mutant: string, wanted: readonly TestRun[]): Promise<Answer | undefined> {
  const usual = wanted.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  const order: Order = { kind: 'run', mutant, tests: wanted.map(({ title }) => title), most: 20_000 + 5 * usual }
  return ask(worker, order, givenUp)
}

/** How a process ended that did not answer. */
function endOf({ exitCode, signalCode }: ChildProcess): string {
  return signalCode === stoppedBy || (exitCode === null && signalCode === null) ? endless : 'ends the process'
}

/** A worker that has loaded all tests, or the files of some, however long that takes on a busy machine; one that a mutant ends before is there, and has ended. */
async function start(room = '', mutant = '', wanted: readonly TestRun[] = []): Promise<ChildProcess> {
  const ofTests = JSON.stringify([...new Set(wanted.map(({ file }) => file))])
  const worker = fork('test/tools/mutate-worker.ts', [prepared, room, mutant, ofTests], {
    execArgv: ['--import', './server/tools/data-hook.ts', '--max-old-space-size=2048'],
    stdio: ['ignore', 'ignore', mutant === '' ? 'inherit' : 'ignore', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: resolve(folder, 'compiled'), NODE_NO_WARNINGS: '1' },
  })
  await heard(worker, givenUp)
  return worker
}

async function inWorker(run: (worker: ChildProcess) => Promise<Answer | undefined>): Promise<Told | undefined> {
  const worker = await start()
  try {
    const answer = await run(worker)
    return answer?.kind === 'told' ? answer : undefined
  } finally {
    worker.kill()
  }
}

/** Sends an order; nothing comes back where the process ends or takes longer than it may. */
async function ask(worker: ChildProcess, order: Order, limit: number): Promise<Answer | undefined> {
  if (!worker.connected) return undefined
  const answer = heard(worker, limit)
  worker.send(order)
  return (await answer) as Answer | undefined
}

/** The next that a worker says; undefined where it ends or says nothing for so many milliseconds. */
function heard(worker: ChildProcess, limit: number): Promise<unknown> {
  return new Promise(done => {
    const finish = (said?: unknown): void => {
      clearTimeout(timer)
      worker.off('exit', gone)
      worker.off('message', finish)
      done(said)
    }
    const gone = (): void => finish()
    const timer = setTimeout(finish, limit)
    worker.once('exit', gone)
    worker.once('message', finish)
  })
}

function nameOf({ fileName, location }: Mutant): string {
  return `${fileName}:${location.start.line + 1}:${location.start.column + 1}`
}

/** By what a mutant is known in a later run. */
function keyOf(mutant: Mutant): string {
  const { line, column } = mutant.location.end
  return `${nameOf(mutant)} ${line}:${column} ${mutant.mutatorName} ${mutant.replacement}`
}

function isUnnoticed(verdict: string): boolean {
  return verdict === 'survived' || verdict === 'no test reaches it'
}

function wasUnnoticed(room: string): (mutant: Mutant) => boolean {
  const kept = keptOf(room)
  const keys = new Set(existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as string[]) : [])
  return mutant => keys.has(keyOf(mutant))
}

function sampleOf(own: readonly Mutant[]): Mutant[] {
  return shuffled(own, Number(values.seed)).slice(0, Number(values.sample))
}

function report(room: string, all: number, sample: readonly Mutant[]): void {
  const unnoticed = sample.filter(mutant => isUnnoticed(results.get(mutant) ?? ''))
  if (!values.again) writeFileSync(keptOf(room), JSON.stringify(unnoticed.map(keyOf)))
  const inOrder = unnoticed
    .filter(mutant => !refused.has(mutant))
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'en', { numeric: true }))
  for (const mutant of inOrder) {
    const { start, end } = mutant.location
    const line = readFileSync(mutant.fileName, 'utf8').split('\n')[start.line] ?? ''
    const was = line.slice(start.column, start.line === end.line ? end.column : undefined)
    const unreached = results.get(mutant) === 'survived' ? '' : ' (no test reaches it)'
    console.log(`${nameOf(mutant)}${unreached}\n  - ${was}\n  + ${mutant.replacement.split('\n')[0]}`)
  }
  const late = sample.filter(mutant => results.get(mutant) === endless).length
  const share = (missed: number, of: number): string =>
    `${of - missed} of ${of} (${Math.round((1 - missed / Math.max(1, of)) * 100)} %)`
  const compiling = sample.filter(mutant => !refused.has(mutant)).length
  console.log(
    `${room}: noticed by tests or the compiler ${share(inOrder.length, sample.length)}; by tests alone at least ${share(unnoticed.length, sample.length)}, ${late} of them by the time they took, and of those that the compiler takes ${share(inOrder.length, compiling)}; of ${all} mutants, seed ${values.seed}`,
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
