import type { CellName } from './cells.ts'
import type { Activity, ProcessingRecord, ShowPlace, Value } from './record.ts'
import { cellsWith, placesOf, titleOf } from './rows.ts'
import type { Words } from './words/words.ts'

/** The property by which a cell is said of a process, and the class of what it says. Terms of the Data Privacy Vocabulary 2.3 (w3c/dpv @f01a55c3, 2.3/dpv/dpv.csv). */
const terms: Readonly<Record<CellName, readonly [property: string, type: string]>> = {
  controller: ['dpv:hasDataController', 'dpv:DataController'],
  purposes: ['dpv:hasPurpose', 'dpv:Purpose'],
  legalBasis: ['dpv:hasLegalBasis', 'dpv:LegalBasis'],
  subjects: ['dpv:hasDataSubject', 'dpv:DataSubject'],
  categories: ['dpv:hasPersonalData', 'dpv:PersonalData'],
  recipients: ['dpv:hasRecipient', 'dpv:Recipient'],
  readers: ['dpv:hasEntity', 'dpv:Entity'],
  transfers: ['dpv:hasProcessing', 'dpv:Transfer'],
  retention: ['dpv:hasStorageCondition', 'dpv:StorageDuration'],
  measures: ['dpv:hasTechnicalOrganisationalMeasure', 'dpv:TechnicalOrganisationalMeasure'],
  location: ['dpv:hasStorageCondition', 'dpv:StorageLocation'],
  origins: ['dpv:hasDataSource', 'dpv:DataSource'],
  assessment: ['dpv:hasImpactAssessment', 'dpv:DPIA'],
}
const processor = ['dpv:hasDataProcessor', 'dpv:DataProcessor'] as const
/** Who stands beside the controller. */
const beside: Readonly<Partial<Record<NonNullable<Value['of']>, readonly [string, string]>>> = {
  joint: ['dpv:hasJointDataControllers', 'dpv:DataController'],
  representative: ['dpv:hasRepresentative', 'dpv:Representative'],
  officer: ['dpv:hasDataProtectionOfficer', 'dpv:DataProtectionOfficer'],
  authority: ['dpv:hasEntity', 'dpv:Entity'],
  behalf: ['dpv:hasDataController', 'dpv:DataController'],
  entry: ['dpv:hasContext', 'dpv:Context'],
}

/** Art. 9 and Art. 10: the vocabulary has a class for the one, and a wider one that holds the other. */
const sensitive = (isCriminal: boolean): string =>
  isCriminal ? 'dpv:SensitivePersonalData' : 'dpv:SpecialCategoryPersonalData'

/** The record as JSON-LD in the Data Privacy Vocabulary: each activity a process; what is unknown is no statement. */
export function recordDpv(record: ProcessingRecord, words: Words, show: ShowPlace): string {
  const processes = record.activities.map((activity, index) =>
    processOf(activity, `#activity-${index + 1}`, words, show),
  )
  const document = {
    '@context': {
      dpv: 'https://w3id.org/dpv#',
      dct: 'http://purl.org/dc/terms/',
      rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    },
    '@graph': [
      {
        '@id': '#record',
        '@type': 'dpv:ROPA',
        'dct:title': words.title,
        'dct:language': words.language,
        'dct:hasPart': processes.map(process => ({ '@id': process['@id'] })),
      },
      ...processes,
    ],
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

function processOf(activity: Activity, id: string, words: Words, show: ShowPlace): Record<string, unknown> {
  const said: Record<string, object[]> = {}
  for (const { cell, values } of cellsWith(activity)) {
    for (const value of values.filter(isStatement)) {
      const [property, type] = termsOf(cell, value, activity)
      said[property] = [...(said[property] ?? []), nodeOf(value, type, words, show)]
    }
  }
  return { '@id': id, '@type': 'dpv:Process', 'dct:title': titleOf(activity, words), ...said }
}

const nodeOf = (value: Value, type: string, words: Words, show: ShowPlace): object => {
  const places = placesOf(value, show)
  return {
    '@type': type,
    'dct:description': value.text(words),
    'rdfs:comment': words.bases[value.basis],
    ...(places.length > 0 ? { 'dct:source': places } : {}),
  }
}

/** What nobody knows, and that something is missing, is no statement. */
const isStatement = ({ basis, places }: Value): boolean =>
  basis !== 'unknown' && (basis !== 'missing' || places.length > 0)

/** The property and the class of a value; data under Art. 9 or 10 by the fields that it stands on. */
function termsOf(cell: CellName, { of, places: [at] }: Value, { role, data }: Activity): readonly [string, string] {
  const other = of && beside[of]
  if (other) return other
  if (cell === 'controller' && role === 'processor') return processor
  const found = cell === 'categories' && at ? data.find(({ field }) => field.name.at === at) : undefined
  return found?.category.special ? [terms.categories[0], sensitive(found.category.id === 'criminal')] : terms[cell]
}
