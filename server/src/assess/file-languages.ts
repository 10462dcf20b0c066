import type { SchemaRecord } from '../model/entities.ts'
import type { Reading } from './vocabulary.ts'

/** The languages that the names of records and fields are written in: two words of a language show it, or one that exists in no other; words that mean something else elsewhere show nothing by themselves. */
export function languagesOf(records: readonly SchemaRecord[], vocabulary: Reading): ReadonlySet<string> {
  const shown = new Map<string, { words: Set<string>; certain: boolean; lone: boolean }>()
  for (const { name, fields } of records) {
    for (const text of [name.value, ...fields.map(field => field.name.value)]) {
      for (const { word, languages, gated } of vocabulary.readName(text).foreign) {
        for (const language of languages) {
          const known = shown.get(language) ?? { words: new Set(), certain: false, lone: false }
          known.words.add(word)
          known.certain ||= !gated
          known.lone ||= !gated && languages.length === 1
          shown.set(language, known)
        }
      }
    }
  }
  return new Set(
    [...shown].flatMap(([language, { words, certain, lone }]) =>
      certain && (lone || words.size > 1) ? [language] : [],
    ),
  )
}
