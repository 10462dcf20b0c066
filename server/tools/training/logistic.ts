/** An example: the kinds of evidence that it shows, whether what they speak for is so, and how much it counts. */
export interface Example {
  readonly kinds: readonly string[]
  readonly yes: boolean
  readonly weight: number
}

/** How strongly weights are held down: the sum of their sizes, and of their squares. */
export interface Penalty {
  readonly l1: number
  readonly l2: number
  /** Kinds seen in fewer examples weigh nothing. */
  readonly least: number
}

/** What weighs less changes no decision, and would only be carried along. */
const leastWeight = 0.05

/** Fits a logistic regression by cyclic coordinate descent: the same examples give the same weights. Kinds that come out at next to nothing are left out. */
export function regress(examples: readonly Example[], penalty: Penalty, passes = 80): Map<string, number> {
  const columns = columnsOf(examples, penalty.least)
  const weights = columns.map(() => 0)
  const fit: Fit = {
    margins: new Float64Array(examples.length),
    target: Float64Array.from(examples, ({ yes }) => (yes ? 1 : 0)),
    counts: Float64Array.from(examples, ({ weight }) => weight),
  }
  for (let pass = 0; pass < passes; pass++) {
    let moved = 0
    for (const [column, [, rows]] of columns.entries()) {
      const before = weights[column] ?? 0
      const step = stepFrom(before, rows, fit, penalty)
      if (Math.abs(step) < 1e-6) continue
      weights[column] = before + step
      moved = Math.max(moved, Math.abs(step))
      for (const row of rows) fit.margins[row] = (fit.margins[row] ?? 0) + step
    }
    if (moved < 1e-3) break
  }
  return new Map(
    columns.flatMap(([kind], column) => {
      const weight = Math.round(100 * (weights[column] ?? 0)) / 100
      return Math.abs(weight) < leastWeight ? [] : [[kind, weight] as const]
    }),
  )
}

/** What is known of each example, by its row: the sum of its weights so far, 1 for yes or 0, how much it counts. */
interface Fit {
  readonly margins: Float64Array
  readonly target: Float64Array
  readonly counts: Float64Array
}

/** The kinds that enough examples show, by name, each with the rows of these examples. */
function columnsOf(examples: readonly Example[], least: number): [kind: string, rows: number[]][] {
  const rowsOf = new Map<string, number[]>()
  for (const [row, { kinds }] of examples.entries()) {
    for (const kind of new Set(kinds)) {
      const rows = rowsOf.get(kind)
      if (rows) rows.push(row)
      else rowsOf.set(kind, [row])
    }
  }
  return [...rowsOf].filter(([, rows]) => rows.length >= least).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** How far a weight goes to where its own penalised loss is least: a Newton step, of 1 at most. */
function stepFrom(before: number, rows: readonly number[], fit: Fit, { l1, l2 }: Penalty): number {
  let [slope, bend] = [l2 * before, l2]
  for (const row of rows) {
    const likely = 1 / (1 + Math.exp(-(fit.margins[row] ?? 0)))
    const count = fit.counts[row] ?? 0
    slope += count * (likely - (fit.target[row] ?? 0))
    bend += count * likely * (1 - likely)
  }
  return Math.max(-1, Math.min(1, shrink(before * bend - slope, l1) / bend - before))
}

/** A value brought nearer to nothing by so much, and never past it. */
function shrink(value: number, by: number): number {
  if (value > by) return value - by
  return value < -by ? value + by : 0
}
