import { say, type Message } from '../words/message.ts'
import { changesBetween } from './changes.ts'
import { cellsOf } from './cells.ts'
import { withoutComment, withoutLines, type Statement } from './kept.ts'
import type { Words } from './words/words.ts'

/** The language that a record was written in: as it says itself, else the one whose headings it holds most of. */
export function writtenIn<L extends { readonly record: Words }>(
  text: string,
  [first, ...others]: readonly [L, ...L[]],
): L {
  const said = /kafka-review record (\w+)\n|"(?:dct:)?language": "(\w+)"/.exec(text)
  const own = [first, ...others].find(({ record }) => record.language === (said?.[1] ?? said?.[2]))
  if (own) return own
  const held = ({ record }: L): number =>
    cellsOf('controller').filter(cell => text.includes(record.heading(cell, 'controller'))).length
  return others.reduce((best, other) => (held(other) > held(best) ? other : best), first)
}

/** A field that a record says otherwise than it was written. */
export interface Drift {
  /** `Payments, Time limits for erasure`. */
  readonly where: string
  readonly of: 'new' | 'gone' | 'changed'
  readonly says: readonly Message[]
}

/** What a record that was written before says otherwise than one of now, cell by cell; empty where they agree. */
export const driftOf = (before: readonly Statement[], now: readonly Statement[]): Drift[] =>
  changesBetween(before, now, text => text).map(({ activity, field, of, gone, come }) => ({
    where: [activity, field].filter(part => part !== '').join(', '),
    of: activity === '' ? ('changed' as const) : of,
    says: [...gone.map(text => say('delta.was', { text })), ...come.map(text => say('delta.is', { text }))],
  }))

/** Whether people read in a record what was written, wherever its lines stand: a text that somebody has changed by hand says what no file does. */
export const readsAs = (before: string, now: string): boolean => plain(before) === plain(now)

const plain = (text: string): string => withoutLines(withoutComment(text)).replace(/\s+/g, ' ').trim()
