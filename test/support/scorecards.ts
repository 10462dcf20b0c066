import { openDb, type Db } from '../../server/src/assess/db.ts'
import type { Supposition } from '../../server/src/assess/what-if.ts'
import type { Place } from '../../server/src/model/fact.ts'
import type { Line, Scorecard } from '../../server/src/records/scorecard/card.ts'
import { scorecardOf } from '../../server/src/records/scorecard/scorecard.ts'
import type { Review } from '../../server/src/review.ts'
import type { Finding } from '../../server/src/rules/finding.ts'
import { indexLines } from '../../server/src/text/line-index.ts'
import type { Uri } from '../../server/src/text/uri.ts'
import { reviewTexts, root, theLibrary } from './fixtures.ts'

type Files = readonly { readonly uri: Uri; readonly text: string }[]

/** What is asked of some files for their scorecard. */
export interface Company {
  readonly db: Db
  readonly review: Review
  readonly findings: readonly Finding[]
  readonly card: Scorecard
  show(place: Place): string
}

/** Reviews files, and makes their scorecard. */
export function open(files: Files): Company {
  const review = reviewTexts(files)
  const db = openDb(review.estate, theLibrary())
  const findings = [...review.estate.files()].flatMap(file => review.findings(file))
  const lines = new Map(files.map(({ uri, text }) => [uri, indexLines(text)]))
  return {
    db,
    review,
    findings,
    card: scorecardOf(db, findings),
    show: ({ file, span }) =>
      `${decodeURIComponent(file.slice(root.length))}:${(lines.get(file)?.position(span.start).line ?? 0) + 1}`,
  }
}

/** All lines of a scorecard. */
export const linesOf = ({ clusters, stray }: Scorecard): Line[] => [
  ...clusters.flatMap(({ items }) => items.flatMap(({ lines }) => lines)),
  ...stray,
]

/** One supposition of each kind. */
export const suppositions: readonly Supposition[] = [
  { is: 'without', provider: 'aws' },
  { is: 'withoutLaw', country: 'US' },
  { is: 'only', allowed: ['EEA'] },
  { is: 'adequacyFalls', country: 'US' },
]
