import { remembering } from './remembering.ts'

/** Patterns come from tables and a configuration: the same few, again and again. */
const partsOf = remembering((pattern): readonly string[] => pattern.split('*'), 5000)

/** Whether a name matches a pattern in which `*` stands for anything; case counts. Takes time in proportion to the lengths only. */
export function matchesName(pattern: string, name: string): boolean {
  const parts = partsOf(pattern)
  const [head = ''] = parts
  if (parts.length === 1) return pattern === name
  if (!name.startsWith(head)) return false
  const tail = parts.at(-1) ?? ''
  let at = head.length
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return name.length - tail.length >= at && name.endsWith(tail)
}
