/** The order of texts by their UTF-16 units: the same in every locale. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Each item once by its key, the first where several have the same. */
export function uniqueBy<T>(items: Iterable<T>, keyOf: (item: T) => string): T[] {
  const found = new Map<string, T>()
  for (const item of items) {
    const key = keyOf(item)
    if (!found.has(key)) found.set(key, item)
  }
  return [...found.values()]
}

/** Things by what they have in common, in their order. */
export function groupBy<K, T>(things: Iterable<T>, keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const thing of things) {
    const known = groups.get(keyOf(thing))
    if (known) known.push(thing)
    else groups.set(keyOf(thing), [thing])
  }
  return groups
}
