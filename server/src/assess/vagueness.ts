import data from '../knowledge/vague-phrases.yaml'
import type { ActivityDeclaration } from '../model/configuration.ts'
import type { Known } from '../model/fact.ts'

/** The entries of a declaration that can say nothing in many words. */
type Entry = 'retention' | 'purposes' | 'recipients'

/** Phrases that answer nothing, by the entry that they stand in. */
const { phrases } = data as {
  readonly phrases: readonly {
    readonly for: Entry
    readonly expected: string
    readonly whole?: true
    readonly words: readonly string[]
  }[]
}

/** The texts of a declaration that say nothing, with what is expected in their place. */
export function vagueIn(
  activity: ActivityDeclaration,
): { readonly entry: Entry; readonly said: Known<string>; readonly expected: string }[] {
  const texts: Readonly<Record<Entry, readonly Known<string>[]>> = {
    retention: activity.retention ? [activity.retention] : [],
    purposes: activity.purposes,
    recipients: activity.recipients,
  }
  return (Object.keys(texts) as Entry[]).flatMap(entry =>
    texts[entry].flatMap(said => {
      const text = said.value.trim().toLowerCase().replace(/[.!]$/, '')
      // A number or a date beside the phrase says something after all.
      const found = phrases.find(
        row =>
          row.for === entry &&
          row.words.some(phrase => (row.whole ? text === phrase : text.includes(phrase) && !/\d/.test(text))),
      )
      return found ? [{ entry, said, expected: found.expected }] : []
    }),
  )
}
