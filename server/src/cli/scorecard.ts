import { loadLibrary, openDb } from '../assess/db.ts'
import { today } from '../host/today.ts'
import { scorecardFormats, type ScorecardFormatName } from '../records/scorecard/formats.ts'
import { scorecardOf } from '../records/scorecard/scorecard.ts'
import { consequencesOf } from '../records/scorecard/what-if.ts'
import type { Locale } from '../locale/locale.ts'
import { withoutSecrets } from '../locale/struck.ts'
import { oneOf, parse } from './arguments.ts'
import { complain } from './complain.ts'
import { reviewAsked } from './review-facts.ts'
import { placesIn } from './review-paths.ts'
import { supposing, suppositionsIn } from './suppositions.ts'

/** `kafka-review scorecard`: prints where the paths of each cluster lie, and what breaks under suppositions; returns the exit status. */
export async function scorecard(args: readonly string[], locale: Locale): Promise<number> {
  const { paths, options } = parse(args, {
    format: 'string',
    ...supposing,
    facts: 'boolean',
    'no-ignore': 'boolean',
  })
  const format = oneOf('format', options.format ?? 'markdown', Object.keys(scorecardFormats) as ScorecardFormatName[])
  const library = loadLibrary(today)
  const suppositions = suppositionsIn(options, library)
  const reviewed = await reviewAsked(paths, library, options, locale.words)
  const { review, files, failures } = reviewed
  const { words: language, scorecard: words } = withoutSecrets(locale, review.estate.secrets)
  const db = openDb(review.estate, library)
  const card = scorecardOf(
    db,
    files.flatMap(({ findings }) => findings),
  )
  const consequences = suppositions.map(suppose => consequencesOf(db, card, suppose))
  process.stdout.write(scorecardFormats[format].write(card, consequences, { words, show: placesIn(reviewed), db }))
  complain(reviewed, language)
  return failures.length > 0 ? 2 : 0
}
