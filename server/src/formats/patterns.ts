import { knownValue, placeOf, type Fact } from '../model/fact.ts'
import { items } from './cursor.ts'
import type { Cursor } from './position.ts'
import { text } from './values.ts'

/** A list of texts as one, as settings of Kafka have it; a single one stays where it is written, and of patterns the one that takes everything decides. */
export function patternsIn(list: Cursor, separator: ',' | '|' = '|'): Fact<string> {
  const facts = items(list).map(text)
  const everything = facts.find(fact => /^\.[*+]$/.test(knownValue(fact) ?? ''))
  const [first, ...others] = facts
  if (everything) return everything
  if (first && others.length === 0) return first
  const values = facts.map(knownValue)
  if (!first || values.includes(undefined))
    return first ? { state: 'unresolved', at: list.key ?? list.near, text: '' } : text(list)
  return { state: 'known', value: values.join(separator), at: list.key ?? placeOf(first) }
}
