import type { SchemaRecord } from '../model/entities.ts'
import { wordsOf } from '../text/words.ts'
import type { NameReading } from './field-name.ts'
import { singular } from './lexicon.ts'
import { headWords } from './record-subject.ts'

const known = new Map<string, readonly string[]>()

/** The words of a name, remembered: they are asked for with each record that has such a column. */
function partsOf(name: string): readonly string[] {
  const words = known.get(name) ?? wordsOf(name)
  if (known.size > 20_000) known.clear()
  known.set(name, words)
  return words
}

/** Takes words off a name that the columns of its record repeat, or that name the record itself: `emp_firstname`, `vorname_mitarbeiter`, `lname`, `lstreet`. */
export function shortener(
  { name, fields }: SchemaRecord,
  vocabulary: NameReading,
): {
  /** What is taken off, as one text. */
  readonly takes: string
  shorten(field: string): string | undefined
} {
  const split = fields.map(field => partsOf(field.name.value))
  const own = headWords(wordsOf(name.value), vocabulary).map(singular)
  const [first, last] = [most(split.map(words => words[0])), most(split.map(words => words.at(-1)))]
  const letters = lettersBefore(split, vocabulary)
  const isRepeated = (word: string, often: ReadonlySet<string>): boolean =>
    own.includes(singular(word)) || often.has(word)
  // What is left out is what the record is: the pool's id in a client of a user pool is not the client's.
  const isOfRecord = (word: string): boolean => singular(word) === own.at(-1) || first.has(word) || last.has(word)
  const shorten = (field: string): string | undefined => {
    const words = partsOf(field)
    const letter = words.length === 1 ? letters.get(words[0] ?? '') : undefined
    if (letter !== undefined) return (words[0] ?? '').slice(letter)
    const start = words.findIndex((word, at) => at === words.length - 1 || !isRepeated(word, first))
    const end = 1 + words.findLastIndex((word, at) => at === start || !isRepeated(word, last))
    const taken = [...words.slice(0, start), ...words.slice(end)]
    return taken.some(isOfRecord) ? words.slice(start, end).join('_') : undefined
  }
  const shortened = new Map<string, string | undefined>()
  return {
    takes: [own, [...first], [...last], [...letters]].map(words => words.join()).join(' '),
    shorten(field) {
      if (!shortened.has(field)) shortened.set(field, shorten(field))
      return shortened.get(field)
    },
  }
}

/** The words that at least half of the columns have in one place. */
function most(words: readonly (string | undefined)[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const word of words) if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Set([...counts].flatMap(([word, count]) => (count > 2 && 2 * count >= words.length ? [word] : [])))
}

/** How many letters to take off columns of one word that begin alike, where that makes words of at least three of them. */
function lettersBefore(
  split: readonly (readonly string[])[],
  { readName, concepts, subjects }: NameReading,
): ReadonlyMap<string, number> {
  const unknown = split.flatMap(words => {
    const [word = ''] = words
    if (words.length > 1 || word.length < 5) return []
    const { mentions, subjects: people } = readName(word)
    return mentions.length === 0 && people.length === 0 ? [word] : []
  })
  if (unknown.length < 3) return none
  const isKnown = (word: string): boolean => concepts.has(word) || subjects.has(word)
  const made = [1, 2].flatMap(count =>
    [...new Set(unknown.map(word => word.slice(0, count)))].map(letters =>
      unknown
        .filter(word => word.startsWith(letters) && isKnown(word.slice(count)))
        .map(word => [word, count] as const),
    ),
  )
  return new Map(made.filter(words => words.length > 2).flat())
}

const none: ReadonlyMap<string, number> = new Map()
