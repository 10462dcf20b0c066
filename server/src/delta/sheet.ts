import type { Locale } from '../locale/locale.ts'
import type { Level } from '../model/configuration.ts'
import type { Place } from '../model/fact.ts'
import type { Value } from '../records/record.ts'
import { sentenceOf, type Finding } from '../rules/finding.ts'
import { say, word, type Message } from '../words/message.ts'
import { changeKinds, type Audience, type Change, type ChangeKind } from './change.ts'
import type { Delta } from './delta.ts'
import { assessmentChanges, type CellChange } from './record.ts'

/** A place of either side as a report tells it; the line and the column count from 1. */
export interface ShownPlace {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** What the reports of a delta share: everything in words, in the language of the reader. */
export interface Sheet {
  readonly title: string
  /** The gravest changes, in so few lines that they are read. */
  readonly headline: readonly string[]
  /** How many cells and findings change, and what has to be looked at again. */
  readonly counts: readonly string[]
  readonly items: readonly Item[]
  readonly cells: readonly CellItem[]
  readonly come: readonly FindingItem[]
  readonly gone: readonly FindingItem[]
  readonly unchanged: number
  /** Changed files that were not understood, or in part. */
  readonly unread: readonly string[]
}

/** A change in words. */
export interface Item {
  readonly level: Level
  readonly kind: ChangeKind
  readonly audience: Audience
  readonly text: string
  readonly because: readonly string[]
  readonly before?: ShownPlace
  readonly after?: ShownPlace
}

/** A cell of the record in words. */
export interface CellItem {
  readonly activity: string
  readonly of: CellChange['of']
  readonly cell: CellChange['field']
  readonly heading: string
  /** What it says no longer, and what it says now; what is missing now stands in its own list. */
  readonly gone: readonly string[]
  readonly come: readonly string[]
  readonly missing: readonly string[]
}

/** A finding in words. */
export interface FindingItem extends ShownPlace {
  readonly level: Level
  readonly code: string
  readonly text: string
}

/** Names the places of either side. */
export interface Places {
  before(place: Place): ShownPlace
  after(place: Place): ShownPlace
  /** Files that have changed and were not understood, or in part: of them little or nothing is said. */
  readonly unread?: readonly string[]
}

/** Lines that are read before anything is unfolded. */
const headlines = 10

/** Words a delta. */
export function sheetOf({ changes, cells, findings }: Delta, { words, record }: Locale, places: Places): Sheet {
  const tell = (message: Message): string => word(message, words)
  const items = changes.map((change): Item => itemOf(change, tell, places))
  const { unread = [] } = places
  const inWords = (values: readonly Value[]): string[] => values.map(({ text }) => text(record))
  const assessed = assessmentChanges(cells)
  const counts = [
    ...(cells.length > 0
      ? [
          say('delta.cells', {
            cells: cells.length,
            activities: new Set(cells.map(({ activity }) => activity)).size,
            missing: cells.filter(({ missing }) => missing.length > 0).length,
          }),
        ]
      : []),
    ...(assessed.length > 0 ? [say('delta.assessment', { activities: assessed.map(({ activity }) => activity) })] : []),
    ...(findings.come.length + findings.gone.length > 0
      ? [
          say('delta.counts', {
            come: findings.come.length,
            errors: findings.come.filter(({ level }) => level === 'error').length,
            gone: findings.gone.length,
            unchanged: findings.unchanged,
          }),
        ]
      : []),
    ...(unread.length > 0 ? [say('delta.unread', { files: unread })] : []),
  ].map(tell)
  const grave = items.filter(({ level }) => level !== 'hint')
  const shown = grave.length + counts.length <= headlines ? grave : grave.slice(0, headlines - counts.length - 1)
  const findingItem =
    (side: 'before' | 'after') =>
    (finding: Finding): FindingItem => ({
      level: finding.level,
      code: finding.code,
      text: tell(sentenceOf(finding)),
      ...places[side](finding.at),
    })
  return {
    title: tell(say('delta.title')),
    headline: [
      ...shown.map(({ text }) => text),
      ...(shown.length < grave.length ? [tell(say('delta.more', { count: grave.length - shown.length }))] : []),
    ],
    counts: counts.length + items.length === 0 ? [tell(say('delta.nothing'))] : counts,
    items,
    cells: cells.map(({ activity, of, field, gone, come, missing }) => ({
      activity,
      of,
      cell: field,
      heading: record.heading(field, 'controller'),
      gone: inWords(gone),
      come: inWords(come.filter(value => !missing.includes(value))),
      missing: inWords(missing),
    })),
    come: findings.come.map(findingItem('after')),
    gone: findings.gone.map(findingItem('before')),
    unchanged: findings.unchanged,
    unread,
  }
}

const itemOf = (
  { kind, level, message, because, before, after }: Change,
  tell: (message: Message) => string,
  places: Places,
): Item => ({
  level,
  kind,
  audience: changeKinds[kind],
  text: tell(message),
  because: because.map(tell),
  ...(before ? { before: places.before(before) } : {}),
  ...(after ? { after: places.after(after) } : {}),
})

/** `topics.yaml:9` */
export const placeText = ({ file, line }: ShownPlace): string => `${file}:${line}`

/** Where a change stands, and where it stood if that is another place. */
export function whereOf({ before, after }: Pick<Item, 'before' | 'after'>, { words }: Locale): string {
  const [was, is] = [before && placeText(before), after && placeText(after)]
  if (is === undefined) return was === undefined ? '' : word(say('delta.before', { place: was }), words)
  return was === undefined || was === is ? is : word(say('delta.beforeAfter', { before: was, after: is }), words)
}
