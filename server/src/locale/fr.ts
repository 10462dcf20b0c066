import { french as record } from '../records/words/fr.ts'
import { french as scorecard } from '../records/scorecard/words/fr.ts'
import { french as words } from '../words/fr/french.ts'
import type { Locale } from './locale.ts'

/** French. */
export const inFrench: Locale = { id: 'fr', words, record, scorecard, pageOf: ({ page }) => page }
