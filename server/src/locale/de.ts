import { german as record } from '../records/words/de.ts'
import { german as scorecard } from '../records/scorecard/words/de.ts'
import { german as words } from '../words/de/german.ts'
import { summaryOf, translatedPage } from '../rules/page.ts'
import type { Language } from '../words/message.ts'
import type { Locale } from './locale.ts'
import { pages } from './pages/de.ts'

/** German; `english` are the words of the pages whose examples it tells. */
export const inGerman = (english: Language): Locale => ({
  id: 'de',
  words,
  record,
  scorecard,
  titleOf: ({ code, page }) => summaryOf(pages[code] ?? page).replace(/\.$/, ''),
  pageOf: ({ code, page }) => translatedPage(pages[code], page, words, english),
})
