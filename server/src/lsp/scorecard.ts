import { scorecardFormats } from '../records/scorecard/formats.ts'
import { scorecardOf } from '../records/scorecard/scorecard.ts'
import { ask, type Served } from './served.ts'

/** Serves the scorecard of the workspace, in the language of the reader. */
export function serveScorecard(served: Served): void {
  const { connection, loaded, workspace, locale } = served
  connection.onRequest('kafkaReview/scorecard', async (): Promise<string> => {
    await loaded()
    const { db, show } = ask(served)
    const { review } = workspace()
    const card = scorecardOf(
      db,
      [...review.files()].flatMap(uri => review.findings(uri)),
    )
    return scorecardFormats.markdown.write(card, [], {
      words: locale().scorecard,
      db,
      show,
    })
  })
}
