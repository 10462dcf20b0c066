import type { SchemaRecord } from '../model/entities.ts'
import type { NameReading, ReadName } from './field-name.ts'

/** So many words of its own show a language, or let it be thought of; one that n languages share counts as an nth of one. */
const enough = 1.2
const some = 0.6
/** A language that has far fewer words in a file than another is only related to it. */
const leastShare = 0.5

/** How surely the names of records and fields are written in which languages; words that mean something else elsewhere count for little. */
export function languagesOf(
  records: readonly SchemaRecord[],
  vocabulary: NameReading,
): ReadonlyMap<string, 'certain' | 'perhaps'> {
  const scores = new Map<string, number>()
  for (const { languages, gated } of foreignWords(records, vocabulary))
    for (const language of languages)
      scores.set(language, (scores.get(language) ?? 0) + (gated ? 0.3 : 1) / languages.length)
  const most = Math.max(...scores.values())
  return new Map(
    [...scores].flatMap(([language, score]): [string, 'certain' | 'perhaps'][] => {
      if (score < leastShare * most || score < some) return []
      return [[language, score >= enough ? 'certain' : 'perhaps']]
    }),
  )
}

/** The words of records and fields that are not English, each once. */
function foreignWords(records: readonly SchemaRecord[], vocabulary: NameReading): ReadName['foreign'] {
  const names = records.flatMap(({ name, fields }) => [name.value, ...fields.map(field => field.name.value)])
  const seen = new Map<string, ReadName['foreign'][number]>()
  for (const name of names)
    for (const found of vocabulary.readName(name).foreign) if (!seen.has(found.word)) seen.set(found.word, found)
  return [...seen.values()]
}
