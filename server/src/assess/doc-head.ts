import { wordsOf } from '../text/words.ts'
import { groupOf } from './category-groups.ts'
import { asksHowMany } from './field-name.ts'
import { singular } from './lexicon.ts'
import type { Words } from './person-words.ts'

/** The first phrase of a doc in words, with what only says whether it must be there left out: "Required. The name of the user". */
export function firstPhrase(doc: string): readonly string[] {
  for (const phrase of doc.slice(0, 80).split(/[.,;:()/[\]\n]|\s-\s/, 3)) {
    const words = wordsOf(phrase)
    if (words.some(word => !markers.has(word))) return words
  }
  return []
}

const markers = new Set([
  'required',
  'optional',
  'output',
  'input',
  'only',
  'immutable',
  'deprecated',
  'readonly',
  'the',
])

/** Words after which more is said of what stood before them. */
export const links: ReadonlySet<string> = new Set(
  'of for in at on by from to with as or and is was are that which who used where when if e i eg ie der des du de del di von'.split(
    ' ',
  ),
)

/** What a doc says that its field is, by the head of its first phrase; data by their groups. */
export interface Called {
  readonly as: 'a key' | 'a time' | 'an amount' | 'an aspect' | 'an answer' | 'a person' | 'a thing' | 'a datum'
  readonly groups: ReadonlySet<string>
}

const known = new WeakMap<Words['subjects'], Map<string, Called | undefined>>()

/** What a doc says that its field is: "unique identifier of the e-mail" is a key, "last used timestamp" a time, "number of logins" an amount. */
export function docCalls(doc: string, vocabulary: Words): Called | undefined {
  if (doc === '') return undefined
  const read = known.get(vocabulary.subjects) ?? new Map<string, Called | undefined>()
  known.set(vocabulary.subjects, read)
  if (read.has(doc)) return read.get(doc)
  if (read.size > 20_000) read.clear()
  const called = readHead(firstPhrase(doc), vocabulary)
  read.set(doc, called)
  return called
}

const answers = new Set(['whether', 'if', 'true', 'indicates', 'flag'])
const none: ReadonlySet<string> = new Set()

/** Whether more is said from a word on of what stood before it: not from the `e` of an e-mail, nor from `used timestamp`. */
const goesOn = (words: readonly string[], at: number): boolean => {
  const [word = '', next = ''] = words.slice(at)
  return word.length > 1 && links.has(word) && (word !== 'used' || links.has(next))
}

function readHead(words: readonly string[], vocabulary: Words): Called | undefined {
  const link = words.findIndex((_, at) => at > 0 && goesOn(words, at))
  const end = link < 0 ? words.length : link
  const head = words.slice(0, end)
  const last = singular(head.at(-1) ?? '')
  // `date of birth` goes on after its link.
  const data = vocabulary.concepts
    .find(words.slice(0, end + 2))
    .filter(hit => !hit.gated && hit.start < end && hit.end >= end)
  if (answers.has(words[0] ?? '') || words.includes('whether')) return { as: 'an answer', groups: none }
  if (head[0] === 'when') return { as: 'a time', groups: none }
  if (asksHowMany(words.slice(Math.max(0, end - 1))) || last === 'count') return { as: 'an amount', groups: none }
  const isStrong = data.some(({ entry }) => entry.grade === 'strong')
  const as =
    (isStrong ? undefined : attributeOf(last, vocabulary)) ?? (data.length > 0 ? 'a datum' : nounOf(head, vocabulary))
  return as && { as, groups: as === 'a datum' ? new Set(data.map(({ entry }) => groupOf(entry.category))) : none }
}

/** What a word says of a thing without naming it. */
function attributeOf(last: string, { times, keys, aspects }: Words): Called['as'] | undefined {
  if (times.has(last)) return 'a time'
  if (keys.has(last)) return 'a key'
  return aspects.has(last) ? 'an aspect' : undefined
}

function nounOf(head: readonly string[], vocabulary: Words): Called['as'] | undefined {
  const ends = ({ end }: { readonly end: number }): boolean => end === head.length
  if (vocabulary.subjects.find(head).some(ends)) return 'a person'
  return [...vocabulary.technical.find(head), ...vocabulary.organisations.find(head)].some(ends) ? 'a thing' : undefined
}
