import type { SchemaRecord } from '../model/entities.ts'
import type { NameReading, ReadName } from './field-name.ts'

/** So many words of its own show a language, or let it be thought of; one that n languages share counts as an nth of one. */
const enough = 1.2
const some = 0.6
/** Of so many names a word is to be expected that another language has too. */
const namesAWord = 60
/** A language that has far fewer words in a file than another is only related to it. */
const leastShare = 0.5

/** How surely the names of records and fields are written in which languages; words that mean something else elsewhere count for little. */
export function languagesOf(
  records: readonly SchemaRecord[],
  vocabulary: NameReading,
): ReadonlyMap<string, 'certain' | 'perhaps'> {
  const scores = new Map<string, number>()
  const names = namesOf(records)
  for (const { languages, gated } of foreignWords(names, vocabulary))
    for (const language of languages)
      scores.set(language, (scores.get(language) ?? 0) + (gated ? 0.3 : 1) / languages.length)
  const most = Math.max(...scores.values())
  const chance = names.size / namesAWord
  return new Map(
    [...scores].flatMap(([language, score]): [string, 'certain' | 'perhaps'][] => {
      if (score < leastShare * most || score < Math.max(some, chance)) return []
      return [[language, score >= Math.max(enough, 2 * chance) ? 'certain' : 'perhaps']]
    }),
  )
}

/** The names of records and fields, each once. */
const namesOf = (records: readonly SchemaRecord[]): ReadonlySet<string> =>
  new Set(records.flatMap(({ name, fields }) => [name.value, ...fields.map(field => field.name.value)]))

/** The words of names that are not English, each once. */
function foreignWords(names: ReadonlySet<string>, vocabulary: NameReading): ReadName['foreign'] {
  const seen = new Map<string, ReadName['foreign'][number]>()
  for (const name of names)
    for (const found of vocabulary.readName(name).foreign) if (!seen.has(found.word)) seen.set(found.word, found)
  return [...seen.values()]
}
