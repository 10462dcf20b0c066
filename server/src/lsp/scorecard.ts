import { scorecardOf } from '../records/scorecard/scorecard.ts'
import { ask, type Served } from './served.ts'

/** Serves the scorecard of the workspace, in the language of the reader. */
export function serveScorecard(served: Served): void {
  served.connection.onRequest('kafkaReview/scorecard', async (): Promise<string> => scorecardText(served))
}

/** The scorecard of the workspace in Markdown. */
export async function scorecardText(served: Served): Promise<string> {
  const [{ scorecardFormats }] = await Promise.all([import('../records/scorecard/formats.ts'), served.loaded()])
  const { db, show } = ask(served)
  const { review } = served.workspace()
  const card = scorecardOf(
    db,
    [...review.files()].flatMap(uri => review.findings(uri)),
  )
  return scorecardFormats.markdown.write(card, [], { words: served.locale().scorecard, db, show })
}
