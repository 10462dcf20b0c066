import type { SchemaRecord } from '../model/entities.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The languages that the names of records and fields are written in: two words of a language show it, or one that exists in no other. */
export function languagesOf(records: readonly SchemaRecord[], vocabulary: Vocabulary): ReadonlySet<string> {
  const shown = new Map<string, Set<string>>()
  const lone = new Set<string>()
  const count = (words: readonly string[], { languages, start, end, gated }: { languages: readonly string[]; start: number; end: number; gated: boolean }): void => {
    if (languages.includes('en')) return
    for (const language of languages) {
      shown.set(language, (shown.get(language) ?? new Set()).add(words.slice(start, end).join(' ')))
      if (languages.length === 1 && !gated) lone.add(language)
    }
  }
  for (const { name, fields } of records) {
    for (const text of [name.value, ...fields.map(field => field.name.value)]) {
      const { words } = vocabulary.readName(text)
      for (const hit of [...vocabulary.concepts.find(words), ...vocabulary.subjects.find(words), ...vocabulary.ordinary.find(words)]) count(words, hit)
    }
  }
  return new Set([...lone, ...[...shown].flatMap(([language, words]) => (words.size > 1 ? [language] : []))])
}
