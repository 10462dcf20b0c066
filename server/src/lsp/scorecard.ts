import { scorecardFormats } from '../records/scorecard/formats.ts'
import { scorecardOf } from '../records/scorecard/scorecard.ts'
import { baseName, pathBelow } from '../text/uri.ts'
import { indexLines } from '../text/line-index.ts'
import { ask, type Served } from './served.ts'

/** Serves the scorecard of the workspace, in the language of the reader. */
export function serveScorecard(served: Served): void {
  const { connection, loaded, workspace, locale, texts } = served
  connection.onRequest('kafkaReview/scorecard', async (): Promise<string> => {
    await loaded()
    const { db } = ask(served)
    const { review } = workspace()
    const card = scorecardOf(
      db,
      [...review.files()].flatMap(uri => review.findings(uri)),
    )
    return scorecardFormats.markdown.write(card, [], {
      words: locale().scorecard,
      db,
      show({ file, span }) {
        const root = db.estate.rootOf(file)
        const line = indexLines(texts.textOf(file) ?? '').position(span.start).line + 1
        return `${(root && pathBelow(root, file)) ?? baseName(file)}:${line}`
      },
    })
  })
}
