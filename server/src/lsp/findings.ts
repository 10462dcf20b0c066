import type { Db } from '../assess/db.ts'
import { strictest } from '../assess/destination.ts'
import { countryName } from '../assess/place-messages.ts'
import { placeKey, placeOf, type Place } from '../model/fact.ts'
import { activityOf, processingsOf, recordOf } from '../records/activities.ts'
import type { Processing } from '../records/cells.ts'
import type { Activity } from '../records/record.ts'
import { sentenceOf, type Finding } from '../rules/finding.ts'
import { rules } from '../rules/registry.ts'
import type { Uri } from '../text/uri.ts'
import { say, word, type Language } from '../words/message.ts'
import { knownIn } from './baseline.ts'
import type { FindingsParams, ListedFinding } from './protocol.ts'
import { ask, type Served } from './served.ts'
import { toRange } from './to-lsp.ts'

/** Serves the findings of the whole workspace as a list: what Problems shows of its files, with what an officer sorts them by. */
export function serveFindings(served: Served): void {
  served.connection.onRequest('kafkaReview/findings', async (params: FindingsParams): Promise<ListedFinding[]> => {
    await served.loaded()
    const { db, words, linesOf } = ask(served)
    const locale = served.locale()
    const titles = new Map(rules.map(rule => [rule.code as string, locale.titleOf(rule)]))
    const { review } = served.workspace()
    served.lookAtAll()
    const about = aboutIn(db, words, params.activities ? recordOf(db, db.estate.files()).activities : [])
    return [...review.files()].flatMap(file => {
      const lines = linesOf(file)
      const known = knownIn(file, served.state.baselines, review)
      const open = review.findings(file).filter(({ suppressed, folded }) => !suppressed && !folded)
      return lines
        ? open.map(finding => ({
            uri: file,
            range: toRange(finding.at.span, lines),
            code: finding.code,
            rule: titles.get(finding.code) ?? finding.name,
            family: finding.family,
            level: known.has(finding) ? 'hint' : finding.level,
            known: known.has(finding),
            message: word(sentenceOf(finding), words),
            fixable: finding.fixes.length > 0,
            ...about(finding),
          }))
        : []
    })
  })
}

type About = Pick<ListedFinding, 'countries' | 'activities' | 'data'>

const nothing: About = { countries: [], activities: [], data: 'none' }

/** Tells of findings which data they are about: that of the innermost processing around them. */
function aboutIn(db: Db, words: Language, activities: readonly Activity[]): (finding: Finding) => About {
  const byFile = new Map<Uri, readonly Processing[]>()
  const known = new Map<Processing, About>()
  const belonging = belongingsOf(activities)
  const aroundPlace = ({ file, span }: Place): Processing | undefined => {
    const all = byFile.get(file) ?? processingsOf(db, file)
    byFile.set(file, all)
    return all
      .filter(({ extent }) => extent.start <= span.start && span.end <= extent.end)
      .sort((a, b) => a.extent.end - a.extent.start - (b.extent.end - b.extent.start))[0]
  }
  return ({ at }) => {
    const processing = (at.usedBy && aroundPlace(at.usedBy)) ?? aroundPlace(at)
    if (!processing) return nothing
    const about = known.get(processing) ?? aboutOf(processing, db, words, belonging)
    known.set(processing, about)
    return about
  }
}

/** The names of activities, by the places of what belongs to them or takes their data, and by the files of their schemas. */
function belongingsOf(activities: readonly Activity[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>()
  for (const { name, sources, destinations, data } of activities)
    for (const key of [
      ...sources.map(({ at }) => placeKey(at)),
      ...destinations.map(({ of }) => placeKey(placeOf(of.name))),
      ...data.map(({ field }) => field.name.at.file),
    ])
      names.set(key, (names.get(key) ?? new Set()).add(name))
  return names
}

function aboutOf(processing: Processing, db: Db, words: Language, belonging: ReturnType<typeof belongingsOf>): About {
  const { data, special, destinations, sources } = activityOf([processing], db)
  const countries = destinations.map(destination => {
    const country = strictest(destination.countries)
    if (country) return word(countryName(country), words)
    return word(say(destination.status === 'inside' ? 'list.ownNetwork' : 'list.noCountry'), words)
  })
  return {
    countries: [...new Set(countries)],
    activities: [
      ...new Set(
        [...sources.map(({ at }) => placeKey(at)), processing.file].flatMap(key => [...(belonging.get(key) ?? [])]),
      ),
    ],
    data: dataWord(data.length > 0, special),
  }
}

function dataWord(isPersonal: boolean, isSpecial: boolean): About['data'] {
  if (isSpecial) return 'special'
  return isPersonal ? 'personal' : 'none'
}
