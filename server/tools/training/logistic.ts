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

/** Fits a logistic regression by cyclic coordinate descent: the same examples give the same weights. Kinds that come out at nothing are left out. */
export function regress(examples: readonly Example[], { l1, l2, least }: Penalty, passes = 80): Map<string, number> {
  const rows = new Map<string, number[]>()
  for (const [row, { kinds }] of examples.entries()) {
    for (const kind of new Set(kinds)) {
      const seen = rows.get(kind)
      if (seen) seen.push(row)
      else rows.set(kind, [row])
    }
  }
  const columns = [...rows].filter(([, seen]) => seen.length >= least).sort(([a], [b]) => (a < b ? -1 : 1))
  const weights = columns.map(() => 0)
  const margins = new Float64Array(examples.length)
  const target = Float64Array.from(examples, ({ yes }) => (yes ? 1 : 0))
  const counts = Float64Array.from(examples, ({ weight }) => weight)
  for (let pass = 0; pass < passes; pass++) {
    let moved = 0
    for (const [column, [, seen]] of columns.entries()) {
      const before = weights[column] ?? 0
      let [slope, bend] = [l2 * before, l2]
      for (const row of seen) {
        const likely = 1 / (1 + Math.exp(-(margins[row] ?? 0)))
        const count = counts[row] ?? 0
        slope += count * (likely - (target[row] ?? 0))
        bend += count * likely * (1 - likely)
      }
      const step = Math.max(-1, Math.min(1, shrink(before * bend - slope, l1) / bend - before))
      if (Math.abs(step) < 1e-6) continue
      weights[column] = before + step
      moved = Math.max(moved, Math.abs(step))
      for (const row of seen) margins[row] = (margins[row] ?? 0) + step
    }
    if (moved < 1e-3) break
  }
  return new Map(
    columns.flatMap(([kind], column) => {
      const weight = Math.round(100 * (weights[column] ?? 0)) / 100
      return weight === 0 ? [] : [[kind, weight] as const]
    }),
  )
}

const shrink = (value: number, by: number): number => Math.sign(value) * Math.max(0, Math.abs(value) - by)
