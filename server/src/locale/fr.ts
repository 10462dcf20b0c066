import { french as record } from '../records/words/fr.ts'
import { french as scorecard } from '../records/scorecard/words/fr.ts'
import { french as words } from '../words/fr/french.ts'
import { summaryOf, translatedPage } from '../rules/page.ts'
import type { Language } from '../words/message.ts'
import type { Locale } from './locale.ts'
import { pages } from './pages/fr.ts'

/** French; `english` are the words of the pages whose examples it tells. */
export const inFrench = (english: Language): Locale => ({
  id: 'fr',
  words,
  record,
  scorecard,
  titleOf: ({ code, page }) => summaryOf(pages[code] ?? page).replace(/\.$/, ''),
  pageOf: ({ code, page }) => translatedPage(pages[code], page, words, english),
})
