import type { Words } from '../../words/words.ts'
import { english } from './en.ts'
import { french } from './fr.ts'
import { german } from './de.ts'
import type { ScorecardWords } from './words.ts'

/** The languages that a scorecard can be written in. */
export const scorecardLanguages: Readonly<Record<Words['language'], ScorecardWords>> = {
  en: english,
  de: german,
  fr: french,
}
