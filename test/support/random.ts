import fc from 'fast-check'

/** Decides what random tests try; the same each time, unless `SEED` says otherwise. */
export const seed = Number(process.env.SEED ?? 1)

/** Milliseconds after which a random test is content with the runs that it has had. */
const budget = 60_000

/** Holds a property to many random inputs; a failure tells the seed and the smallest input that fails. */
export function holds<T>(property: fc.IProperty<T>, runs: number): void {
  fc.assert(property, { seed, numRuns: runs, interruptAfterTimeLimit: budget, markInterruptAsFailure: false })
}

/** An eighth of what would take too long as a whole; another one with another seed. */
export const anEighthOf = <T>(all: readonly T[]): T[] => all.filter((_, index) => index % 8 === seed % 8)
