/** Whether two values say the same: plain data, maps and sets, whatever objects they are. */
export function saysTheSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false
  if (a instanceof Map) return saysTheSame([...a], [...(b as Map<unknown, unknown>)])
  if (a instanceof Set) return saysTheSame([...a], [...(b as Set<unknown>)])
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every(key => Object.hasOwn(b, key) && saysTheSame(a[key as keyof typeof a], b[key as keyof typeof b]))
  )
}
