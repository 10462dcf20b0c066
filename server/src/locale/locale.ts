import type { ScorecardWords } from '../records/scorecard/words/words.ts'
import type { Words } from '../records/words/words.ts'
import type { Rule } from '../rules/rule.ts'
import type { Language } from '../words/message.ts'

/** The languages that there are, by their ids in BCP 47. */
export const localeIds = ['en', 'de', 'fr'] as const

/** The id of a language. */
export type LocaleId = (typeof localeIds)[number]

/** All that a reader is told, in one language. Codes, Kafka's terms, keys and values stay as they are. */
export interface Locale {
  readonly id: LocaleId
  readonly words: Language
  /** What the Art. 30 record says itself. */
  readonly record: Words
  /** What the scorecard says itself. */
  readonly scorecard: ScorecardWords
  /** A rule's name in words: `Replication factor below three`. */
  titleOf(rule: Pick<Rule, 'code' | 'name' | 'page'>): string
  /** The page of a rule. */
  pageOf(rule: Pick<Rule, 'code' | 'page'>): string
}

/** The language of a locale as editors (`de-AT`) and systems (`fr_FR.UTF-8`) write it; English where it is none of ours. */
export const localeIdOf = (locale: string | undefined): LocaleId =>
  localeIds.find(id => locale?.split(/[-_.@]/)[0]?.toLowerCase() === id) ?? 'en'
