import { loadLibrary, openDb, type Library } from '../assess/db.ts'
import { isKnownProvider, type Supposition } from '../assess/what-if.ts'
import { today } from '../host/node.ts'
import type { Place } from '../model/fact.ts'
import { scorecardFormats, type ScorecardFormatName } from '../records/scorecard/formats.ts'
import { scorecardOf } from '../records/scorecard/scorecard.ts'
import { consequencesOf } from '../records/scorecard/what-if.ts'
import type { Locale } from '../locale/locale.ts'
import { withoutSecrets } from '../locale/struck.ts'
import { say } from '../words/message.ts'
import { oneOf, parse, UsageError } from './arguments.ts'
import { complain } from './complain.ts'
import { reviewAsked } from './review-facts.ts'
import { show } from './review-paths.ts'

/** `kafka-review scorecard`: prints where the paths of each cluster lie, and what breaks under suppositions; returns the exit status. */
export async function scorecard(args: readonly string[], locale: Locale): Promise<number> {
  const { paths, options } = parse(args, {
    format: 'string',
    without: 'string',
    'without-law': 'string',
    only: 'string',
    'adequacy-falls': 'string',
    facts: 'boolean',
    'no-ignore': 'boolean',
  })
  const format = oneOf('format', options.format ?? 'markdown', Object.keys(scorecardFormats) as ScorecardFormatName[])
  const library = loadLibrary(today)
  const suppositions = suppositionsIn(options, library)
  const reviewed = await reviewAsked(paths, library, options, locale.words)
  const { review, files, failures } = reviewed
  const { words: language, scorecard: words } = withoutSecrets(locale, review.estate.secrets)
  const lines = new Map(files.map(file => [file.uri, file.lines]))
  const showPlace = ({ file, span }: Place): string =>
    `${show(file)}:${(lines.get(file)?.position(span.start).line ?? 0) + 1}`
  const db = openDb(review.estate, library)
  const card = scorecardOf(
    db,
    files.flatMap(({ findings }) => findings),
  )
  const consequences = suppositions.map(suppose => consequencesOf(db, card, suppose))
  process.stdout.write(scorecardFormats[format].write(card, consequences, { words, show: showPlace, db }))
  complain(reviewed, language)
  return failures.length > 0 ? 2 : 0
}

/** What is supposed; a country, a set or a provider that nobody knows is wrong use. */
function suppositionsIn(
  options: { readonly [N in 'without' | 'without-law' | 'only' | 'adequacy-falls']?: string },
  library: Library,
): Supposition[] {
  const { countries } = library.knowledge
  const listed = (
    option: 'without' | 'without-law' | 'only' | 'adequacy-falls',
    allowed: (one: string) => boolean,
  ): string[] => {
    const given = (options[option] ?? '').split(',').flatMap(one => one.trim() || [])
    const unknown = given.find(one => !allowed(one))
    if (unknown !== undefined) throw new UsageError(say('cli.unknownName', { option, given: unknown }))
    return given
  }
  const isCountry = (one: string): boolean => countries.has(one)
  const only = listed('only', one => isCountry(one) || one === 'EEA' || one === 'adequate')
  return [
    ...listed('without', one => isKnownProvider(library, one)).map(provider => ({ is: 'without', provider }) as const),
    ...listed('without-law', isCountry).map(country => ({ is: 'withoutLaw', country }) as const),
    ...(only.length > 0 ? [{ is: 'only', allowed: only } as const] : []),
    ...listed('adequacy-falls', isCountry).map(country => ({ is: 'adequacyFalls', country }) as const),
  ]
}
