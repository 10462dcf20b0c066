/** Whether two values say the same: plain data, maps and sets, whatever objects they are. */
export function saysTheSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false
  if (a instanceof Map) return saysTheSame([...a], [...(b as Map<unknown, unknown>)])
  if (a instanceof Set) return saysTheSame([...a], [...(b as Set<unknown>)])
  if (Array.isArray(a)) return isSameList(a, b as readonly unknown[])
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  for (const key of keys)
    if (!Object.hasOwn(b, key) || !saysTheSame(a[key as keyof typeof a], b[key as keyof typeof b])) return false
  return true
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (!saysTheSame(a[at], b[at])) return false
  return true
}
