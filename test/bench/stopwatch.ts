/** What a candidate took, in milliseconds: the median of its turns. */
export type Times<K extends string> = Readonly<Record<K, number>>

/** Runs the candidates in turn, so that what disturbs the machine disturbs them alike; the first turns only warm up. What takes long has few. */
export async function race<K extends string>(
  candidates: Readonly<Record<K, () => unknown>>,
  seconds: number,
): Promise<Times<K>> {
  const names = Object.keys(candidates) as K[]
  const turns = new Map<K, number[]>(names.map(name => [name, []]))
  const until = performance.now() + seconds * 1000
  for (let turn = 0; turn < 7 || (performance.now() < until && turn < 2000); turn++) {
    for (const name of names) {
      const start = performance.now()
      await candidates[name]()
      if (turn >= 4) turns.get(name)?.push(performance.now() - start)
    }
  }
  return Object.fromEntries(
    [...turns].map(([name, times]) => [name, times.sort((a, b) => a - b)[times.length >> 1] ?? 0]),
  ) as Times<K>
}
