import { stringify } from 'yaml'
import { personalDataIn, schemaOf } from '../assess/data-flow.ts'
import type { SafeguardKind } from '../model/configuration.ts'
import type { Db } from '../assess/db.ts'
import { knownValue, placeKey, placeOf } from '../model/fact.ts'
import type { Destination } from '../assess/destination.ts'
import type { Activity, ProcessingRecord, ShowPlace } from './record.ts'
import { processingsOf } from './activities.ts'
import { sourceWords } from './rows.ts'
import type { Words } from './words/words.ts'

/** The record as a fideslang 3 manifest: a dataset with a collection for each topic, a system for each activity. Purposes are described, not mapped to the taxonomy's data uses: no file tells them. */
export function recordFides(
  { activities, without, untold, own }: ProcessingRecord,
  words: Words,
  show: ShowPlace,
  db: Db,
): string {
  const topics = [
    ...activities.flatMap(({ sources }) => sources.filter(({ kind }) => kind === 'topic')),
    ...without,
    ...untold,
    ...own,
  ]
  const collections = [...new Map(topics.map(topic => [topic.name, topic])).values()].map(({ name, at }) => {
    // It may be called like a secret: the record does not name it then.
    const called = processingsOf(db, at.file).find(one => placeKey(placeOf(one.name)) === placeKey(at))?.name
    const real = (called && knownValue(called)) ?? name
    const data = (schemaOf(db, real, at)?.records ?? []).flatMap(record => personalDataIn(db, record))
    return {
      name,
      data_categories: keysOf(data),
      fields: distinctBy(data, ({ field }) => field.name.value).map(({ field, category }) => ({
        name: db.estate.secrets.struckFrom(field.name.value),
        data_categories: [category.fides],
      })),
    }
  })
  return stringify(
    {
      dataset: [{ fides_key: 'kafka', name: 'Apache Kafka', collections }],
      system: activities.map(activity => system(activity, words, show)),
    },
    { lineWidth: 0 },
  )
}

function system(activity: Activity, words: Words, show: ShowPlace): object {
  const { name, role, cells, data, destinations, sources } = activity
  const transfers = destinations.filter(
    ({ status }) => status === 'adequate' || status === 'conditional' || status === 'third',
  )
  const said = (cell: 'purposes' | 'transfers' | 'measures'): string[] =>
    cells[cell].filter(({ basis }) => basis !== 'missing' && basis !== 'unknown').map(({ text }) => text(words))
  const [first] = sources
  return {
    fides_key: keyOf(`${first?.kind ?? 'activity'}.${name}`),
    name,
    system_type: 'Apache Kafka',
    description: [sourceWords(activity, words), ...said('purposes')].join(words.semicolon),
    ingress: [{ fides_key: 'kafka', type: 'dataset', data_categories: keysOf(data) }],
    responsibility: [role === 'processor' ? 'Processor' : 'Controller'],
    does_international_transfers: transfers.length > 0,
    legal_basis_for_transfers: [...new Set(transfers.flatMap(legalBasisOf))],
    data_security_practices: said('measures').join(words.semicolon),
    requires_data_protection_assessments: cells.assessment.some(({ basis }) => basis === 'inferred'),
    privacy_declarations: [],
    meta: {
      'kafka-review': {
        countries: [...new Set(destinations.flatMap(({ countries }) => countries.map(({ code }) => code)))].sort(),
        evidence: [...new Set(sources.map(({ at }) => show(at)))],
      },
    },
  }
}

const bases: Readonly<Partial<Record<SafeguardKind, string>>> = {
  scc: 'SCCs',
  bcr: 'BCRs',
  dpf: 'Adequacy Decision',
  adequacy: 'Adequacy Decision',
}

/** The legal basis of a transfer, in the words of fideslang. */
function legalBasisOf({ status, safeguard }: Destination): string[] {
  if (safeguard) return [bases[safeguard.kind] ?? 'Other']
  return status === 'adequate' ? ['Adequacy Decision'] : []
}

const keysOf = (data: Activity['data']): string[] => [...new Set(data.map(({ category }) => category.fides))].sort()

/** The letters that a fides key may have. */
const keyOf = (text: string): string => text.replace(/[^A-Za-z0-9_.-]+/g, '_')

const distinctBy = <T>(items: readonly T[], key: (item: T) => string): T[] => [
  ...new Map(items.map(item => [key(item), item])).values(),
]
