import { english as record } from '../records/words/en.ts'
import { english as scorecard } from '../records/scorecard/words/en.ts'
import { english as words } from '../words/en/english.ts'
import { capital } from '../words/capital.ts'
import type { Locale } from './locale.ts'

/** English, in which everything is written first. */
export const inEnglish: Locale = {
  id: 'en',
  words,
  record,
  scorecard,
  titleOf: ({ name }) => capital(name.replaceAll('-', ' ').replace(/\beea\b/, 'EEA')),
  pageOf: ({ page }) => page,
}
