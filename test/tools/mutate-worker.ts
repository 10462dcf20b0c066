import { globSync, readFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { pathToFileURL } from 'node:url'
import Mocha from 'mocha'

/** What a worker is told to do: run everything unchanged, or some tests (all, where none are given) with one mutant. */
export type Order = { kind: 'dry' } | { kind: 'mutant'; mutant: string; tests: readonly number[] | undefined }

/** What it answers. */
export type Answer = Told | { kind: 'noticed'; by: string } | { kind: 'unnoticed' }

/** The tests, and which mutants each of them reaches. */
export interface Told {
  readonly kind: 'told'
  readonly failures: readonly string[]
  /** Mutants that are reached while modules load or tests are made. */
  readonly atLoading: readonly string[]
  readonly tests: readonly { id: number; milliseconds: number; reaches: readonly string[] }[]
}

type Counts = Record<string, number>

/** What instrumented sources ask which mutant is on, and tell what they reach; the name is Stryker's. */
interface Switches {
  activeMutant: string | undefined
  currentTestId: string | undefined
  mutantCoverage: { static: Counts; perTest: Record<string, Counts> }
}

const [sources = '', mutant = ''] = process.argv.slice(2)
const switches: Switches = {
  activeMutant: mutant === '' ? 'none' : mutant,
  currentTestId: undefined,
  mutantCoverage: { static: {}, perTest: {} },
}
Object.assign(globalThis, { __stryker__: switches })

const instrumented = new Map(
  (JSON.parse(readFileSync(sources, 'utf8')) as [string, string][]).map(([path, text]) => [
    pathToFileURL(path).href,
    text,
  ]),
)
registerHooks({
  load(url, context, next) {
    const text = instrumented.get(url)
    return text === undefined
      ? next(url, context)
      : { format: 'module', shortCircuit: true, source: stripTypeScriptTypes(text) }
  },
})

// What reads the sources as text, or starts processes, notices nothing here.
const elsewhere = ['test/house.test.ts', 'test/grammar.test.ts', 'test/records/spreadsheet.test.ts']
// No test has a limit of its own: instrumented sources are slow, and whoever asks waits only so long.
const mocha = new Mocha({ timeout: 0, bail: true, reporter: Mocha.reporters.Base })
for (const file of globSync('test/{*,formats/*,lsp/*,records/*,report/*,cli/*}.test.ts').sort())
  if (!elsewhere.includes(file.replaceAll('\\', '/'))) mocha.addFile(file)
const { forgetLibrary, theLibrary } = await import('../support/fixtures.ts')
theLibrary()
await mocha.loadFilesAsync()
mocha.cleanReferencesAfterRun(false)

const tests: Mocha.Test[] = []
mocha.suite.eachTest(test => tests.push(test))
const idOf = new Map(tests.map((test, id) => [test, id]))
const titles = new Map(tests.map((test, id) => [id, test.fullTitle()]))

process.on('message', (order: Order) => {
  obey(order).then(answer => process.send?.(answer))
})

async function obey(order: Order): Promise<Answer> {
  if (order.kind === 'dry') return tell()
  // What was remembered under another mutant is forgotten.
  forgetLibrary()
  switches.activeMutant = order.mutant
  const [failed] = await run(order.tests && new Set(order.tests.map(id => titles.get(id) ?? '')))
  switches.activeMutant = 'none'
  return failed === undefined ? { kind: 'unnoticed' } : { kind: 'noticed', by: failed }
}

async function tell(): Promise<Told> {
  const failures = await run()
  const { static: atLoading, perTest } = switches.mutantCoverage
  return {
    kind: 'told',
    failures,
    atLoading: Object.keys(atLoading),
    tests: tests.map((test, id) => ({
      id,
      milliseconds: test.duration ?? 0,
      reaches: Object.keys(perTest[id] ?? {}),
    })),
  }
}

/** Runs the tests with these titles, or all, up to the first failure; returns what failed. */
function run(wanted?: ReadonlySet<string>): Promise<string[]> {
  return new Promise(done => {
    const failed: string[] = []
    mocha.grep(wanted ? new RegExp(`^(?:${[...wanted].map(escaped).join('|')})$`) : /^/)
    const runner = mocha.run(() => done(failed))
    runner.on('test', test => {
      switches.currentTestId = String(idOf.get(test))
    })
    runner.on('test end', () => {
      switches.currentTestId = undefined
    })
    runner.on('fail', ({ title, parent }, error) => {
      failed.push(`${parent?.fullTitle()} ${title}: ${String(error?.message ?? error).split('\n')[0]}`)
    })
  })
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
