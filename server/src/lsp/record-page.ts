import { loadLocale } from '../locale/load.ts'
import { localeIdOf } from '../locale/locale.ts'
import type { Place } from '../model/fact.ts'
import { escapeHtml } from '../records/html-page.ts'
import { recordBody } from '../records/html.ts'
import type { RecordPage, RecordPageParams } from './protocol.ts'
import { recordIn } from './record.ts'
import { ask, type Served } from './served.ts'

/** Serves the record as a page of the editor, whose places are links. */
export function serveRecordPage(served: Served): void {
  const { connection, texts, workspace, locale } = served
  connection.onRequest('kafkaReview/recordPage', async ({ language }: RecordPageParams): Promise<RecordPage> => {
    await served.loaded()
    const { record: words, id } = language === undefined ? locale() : await loadLocale(localeIdOf(language))
    const { db, locate } = ask(served)
    const { review, coverage } = workspace()
    const findings = [...review.files()].flatMap(uri => review.findings(uri))
    const { record, show } = recordIn(words, db, findings, texts, coverage())
    // Places of one line are named alike: one link leads to the first of them.
    const numbers = new Map<string, number>()
    const places: Place[] = []
    const link = (place: Place): string => {
      const name = show(place)
      const number = numbers.get(name) ?? places.push(place) - 1
      numbers.set(name, number)
      return `<a href="#" data-place="${number}">${escapeHtml(name)}</a>`
    }
    const body = recordBody(record, words, link)
    return {
      title: words.title,
      language: id,
      body,
      places: places.map(place => locate(place)[0] ?? null),
      missing: body.split('<li class="missing"').length - 1,
    }
  })
}
