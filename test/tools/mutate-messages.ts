/** What a worker is told to do: run everything unchanged, or the tests of some titles with one mutant, or with none where it is '', computing for so many milliseconds at most. */
export type Order = { kind: 'dry' } | { kind: 'run'; mutant: string; tests: readonly string[]; most: number }

/** What it says as soon as it has loaded everything. */
export interface Ready {
  readonly kind: 'ready'
}

/** What it answers; `by` is the title of the test that failed. */
export type Answer = Told | { kind: 'noticed'; by: string; why: string } | { kind: 'unnoticed' }

/** The tests, and which mutants each of them reaches. */
export interface Told {
  readonly kind: 'told'
  /** Mutants that are reached while modules load or tests are made. */
  readonly atLoading: readonly string[]
  readonly tests: readonly TestRun[]
}

/** How a test ran without any change. */
export interface TestRun {
  readonly id: number
  readonly title: string
  /** The outermost suite that holds it. */
  readonly suite: string
  readonly file: string
  readonly milliseconds: number
  /** Why it fails without any change; such a test notices nothing. */
  readonly fails?: string
  /** Ids of mutants, those of the hooks around it too. */
  readonly reaches: readonly string[]
}

/** The signal with which a worker ends itself that computes for too long, or waits for nothing. */
export const stoppedBy = 'SIGTERM'

/** What the runner has made ready for its workers. */
export interface Prepared {
  /** Sources and data as JavaScript. */
  readonly sources: readonly Source[]
  readonly rooms: readonly {
    readonly name: string
    /** Its sources with all mutants inside. They are loaded before the tests: what a module does while it loads is no test's. */
    readonly mutated: readonly Source[]
    /** Whether reference data may hold what a mutant has worked out. */
    readonly remembers: boolean
  }[]
  /** The pattern of the test files. */
  readonly tests: string
}

/** A file by its absolute path. */
export type Source = readonly [path: string, source: string]
