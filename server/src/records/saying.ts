import type { Value } from './record.ts'
import { english } from './words/en.ts'

const known = new WeakMap<Value, string>()

/** What a value says in one language: by that it is told from others, again and again. */
export function sayingOf(value: Value): string {
  const saying = known.get(value) ?? value.text(english)
  known.set(value, saying)
  return saying
}
