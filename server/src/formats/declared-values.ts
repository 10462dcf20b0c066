import { knownValue, type Known, type Slot } from '../model/fact.ts'
import { down } from './cursor.ts'
import { isWritable, placeHere, slotOf, type Cursor } from './position.ts'
import { text } from './values.ts'

/** What is written, placeholders included: a configuration has no templates. */
export const verbatim = (cursor: Cursor): string | undefined =>
  cursor.tree?.kind === 'scalar' ? cursor.tree.text : undefined

/** The value of a key, where one is written. */
export const required = (entry: Cursor, key: string): Known<string>[] => written(down(entry, key))

/** The value that is written here, where one is. */
export function written(cursor: Cursor): Known<string>[] {
  const value = verbatim(cursor)
  return value?.trim()
    ? [{ state: 'known', value, at: placeHere(cursor), ...(isWritable(cursor) ? { slot: slotOf(cursor) } : {}) }]
    : []
}

/** What an entry is for, and where that is written. */
export const matching = ({
  value,
  at,
  slot,
}: Known<string>): { match: string; at: Known<string>['at']; slot?: Slot } => ({
  match: value,
  at,
  ...(slot ? { slot } : {}),
})

/** The value of a key under its own name. */
export function placed<K extends string>(entry: Cursor, key: K): { [P in K]?: Known<string> } {
  const [value] = required(entry, key)
  return (value ? { [key]: value } : {}) as { [P in K]?: Known<string> }
}

/** The text of a key under its own name. */
export function optional<K extends string>(entry: Cursor, key: K): { [P in K]?: string } {
  const value = knownValue(text(down(entry, key)))
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string }
}
