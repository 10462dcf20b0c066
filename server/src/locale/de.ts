import { german as record } from '../records/words/de.ts'
import { german as scorecard } from '../records/scorecard/words/de.ts'
import { german as words } from '../words/de/german.ts'
import type { Locale } from './locale.ts'

/** German. */
export const inGerman: Locale = { id: 'de', words, record, scorecard, pageOf: ({ page }) => page }
