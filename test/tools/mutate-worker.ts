import { globSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import Mocha from 'mocha'
import { stoppedBy, type Answer, type Order, type Prepared, type Ready, type Told } from './mutate-messages.ts'

type Counts = Record<string, number>

/** What instrumented sources ask which mutant is on, and tell what they reach; the name is Stryker's. */
interface Switches {
  activeMutant: string
  currentTestId: string | undefined
  mutantCoverage: { static: Counts; perTest: Record<string, Counts> }
}

const [prepared = '', room = '', mutant = '', only = '[]'] = process.argv.slice(2)
const none = 'none'
const switches: Switches = {
  activeMutant: mutant || none,
  currentTestId: undefined,
  mutantCoverage: { static: {}, perTest: {} },
}
Object.assign(globalThis, { __stryker__: switches })

const { sources, rooms, tests: pattern } = JSON.parse(readFileSync(prepared, 'utf8')) as Prepared
/** The rooms whose mutants are there: one, or all. */
const mutable = rooms.filter(({ name }) => room === '' || name === room)
const mutated = mutable.flatMap(one => one.mutated)
const remembers = mutable.some(one => one.remembers)
const byUrl = new Map([...sources, ...mutated].map(([path, source]) => [pathToFileURL(path).href, source]))
registerHooks({
  load(url, context, next) {
    const source = byUrl.get(url)
    return source === undefined ? next(url, context) : { format: 'module', shortCircuit: true, source }
  },
})

// What reads the sources as text, or starts processes, notices nothing here.
const elsewhere = ['test/house.test.ts', 'test/grammar.test.ts', 'test/records/spreadsheet.test.ts']
// No test has a limit of its own: instrumented sources are slow, and whoever asks waits only so long.
const mocha = new Mocha({ timeout: 0, reporter: Mocha.reporters.Base })
const wanted = JSON.parse(only) as string[]
for (const file of wanted.length > 0 ? wanted : globSync(pattern).sort())
  if (!elsewhere.includes(file.replaceAll('\\', '/'))) mocha.addFile(file)
const { forgetLibrary, theLibrary } = await import('../support/fixtures.ts')
// An entry point does its work when it is loaded.
for (const [path] of mutated) if (!/[\\/]cli[\\/]bin\.ts$/.test(path)) await import(pathToFileURL(path).href)
await mocha.loadFilesAsync()
mocha.cleanReferencesAfterRun(false)

const tests: Mocha.Test[] = []
mocha.suite.eachTest(test => tests.push(test))
const idOf = new Map(tests.map((test, id) => [test, id]))
const suiteOf = (test: Mocha.Test): string => test.titlePath()[0] ?? ''

/** Looks on from a thread of its own, since who computes cannot look at a clock: the time that the process has computed counts, not the time that it waited on a busy machine. */
const watch = new Worker(
  `const { parentPort } = require('node:worker_threads')
  const computed = () => process.cpuUsage().user / 1000
  let most = Infinity, since = 0, minute = []
  parentPort.on('message', given => { most = given; since = computed(); minute = [] })
  setInterval(() => {
    const now = computed() - since
    minute = [...minute.slice(-60), now]
    if (most !== Infinity && (now > most || (minute.length > 60 && now - minute[0] < 500))) process.kill(process.pid, '${stoppedBy}')
  }, 1000)`,
  { eval: true },
)
watch.unref()

process.on('message', (order: Order) => {
  obey(order).then(answer => process.send?.(answer))
})

// Nobody asks any more.
process.on('disconnect', () => process.exit())
process.send?.({ kind: 'ready' } satisfies Ready)

/** The mutant that was on in the order before. */
let before = ''

async function obey(order: Order): Promise<Answer> {
  if (order.kind === 'dry') return tell()
  // What was worked out under another mutant is forgotten.
  if (remembers && order.mutant !== before) forgetLibrary()
  before = order.mutant
  // One that is on from the beginning stays on.
  if (mutant === '') switches.activeMutant = order.mutant || none
  watch.postMessage(order.most)
  const [failed] = await run(new Set(order.tests))
  watch.postMessage(Infinity)
  if (mutant === '') switches.activeMutant = none
  return failed ? { kind: 'noticed', by: tests[failed.by]?.fullTitle() ?? '', why: failed.why } : { kind: 'unnoticed' }
}

async function tell(): Promise<Told> {
  theLibrary()
  let suite = ''
  const failures = await run(undefined, test => {
    if (remembers && suite !== suiteOf(test)) forgetLibrary()
    suite = suiteOf(test)
  })
  const failed = new Map(failures.map(({ by, why }) => [by, why]))
  const { static: atLoading, perTest } = switches.mutantCoverage
  const hooks = new Map(Object.entries(perTest).filter(([key]) => key.startsWith(hookOf)))
  return {
    kind: 'told',
    atLoading: Object.keys(atLoading),
    tests: tests.map((test, id) => {
      const around = suitesAround(test).flatMap(title => Object.keys(hooks.get(hookOf + title) ?? {}))
      return {
        id,
        title: test.fullTitle(),
        suite: suiteOf(test),
        file: test.file ?? '',
        milliseconds: test.duration ?? 0,
        ...(failed.has(id) ? { fails: failed.get(id) ?? '' } : {}),
        reaches: [...new Set([...Object.keys(perTest[id] ?? {}), ...around])],
      }
    }),
  }
}

const hookOf = 'hooks of '

function suitesAround({ parent }: Mocha.Runnable): string[] {
  return parent ? [parent.fullTitle(), ...suitesAround(parent as unknown as Mocha.Runnable)] : []
}

/** The test that a hook which failed stands for: the one that ran last in its suite, else the first that was to run there. */
function behindHook(hook: Mocha.Runnable, last: number | undefined, wanted: ReadonlySet<string> | undefined): number {
  const suite = hook.parent?.fullTitle() ?? ''
  const isIn = (test: Mocha.Test | undefined): boolean => test !== undefined && suitesAround(test).includes(suite)
  if (last !== undefined && isIn(tests[last])) return last
  return tests.findIndex(test => isIn(test) && (wanted?.has(test.fullTitle()) ?? true))
}

/** Runs the tests with these titles up to the first failure, or all; returns what failed. */
function run(
  wanted?: ReadonlySet<string>,
  begin: (test: Mocha.Test) => void = () => {},
): Promise<{ by: number; why: string }[]> {
  return new Promise(done => {
    const failed: { by: number; why: string }[] = []
    mocha.grep(wanted ? new Titles(wanted) : /^/)
    const runner = mocha.run(() => done(failed))
    let last: number | undefined
    /** The test that runs: its hooks run while it does. */
    let running: string | undefined
    runner.on('test', test => {
      begin(test)
      last = idOf.get(test)
      running = String(last)
      switches.currentTestId = running
    })
    runner.on('hook', ({ parent }) => {
      switches.currentTestId = hookOf + (parent?.fullTitle() ?? '')
    })
    runner.on('hook end', () => {
      switches.currentTestId = running
    })
    runner.on('test end', () => {
      running = undefined
      switches.currentTestId = undefined
    })
    runner.on('fail', (test, error) => {
      // What counts at the end how much was seen wants all tests before it.
      if (wanted && /^"after all" hook/.test(test.title)) return
      const why = String(error?.message ?? error).split('\n')[0] ?? ''
      failed.push({ by: idOf.get(test as Mocha.Test) ?? behindHook(test, last, wanted), why })
      // Mocha's own bail holds for the tests of one suite, not for those within it.
      if (wanted) runner.abort()
    })
  })
}

/** Mocha chooses tests by a pattern; titles are not put into one. */
class Titles extends RegExp {
  readonly #wanted: ReadonlySet<string>
  constructor(wanted: ReadonlySet<string>) {
    super('^')
    this.#wanted = wanted
  }
  override test(title: string): boolean {
    return this.#wanted.has(title)
  }
}
