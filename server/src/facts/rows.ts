import { personalDataIn } from '../assess/data-flow.ts'
import type { Db } from '../assess/db.ts'
import { isSender } from '../assess/destination.ts'
import { destinationsOf } from '../assess/residency.ts'
import { retentionOf } from '../assess/retention.ts'
import type { Entity } from '../model/entities.ts'
import { knownValue, type Place } from '../model/fact.ts'
import type { ReviewedFile } from '../report/report.ts'
import type { Uri } from '../text/uri.ts'
import { word, type Language } from '../words/message.ts'

/** A row for whoever asks questions of their own: all have the same columns, and null in those that are not of their kind. */
export interface FactRow {
  readonly repository: string
  readonly path: string
  /** From 1. */
  readonly line: number
  readonly row: 'entity' | 'personal_data' | 'destination' | 'finding'
  /** Of an entity or of what sends something: `topic`, `connector`. */
  readonly kind: string | null
  /** Null where the file leaves it to another tool. */
  readonly name: string | null
  readonly partitions: number | null
  readonly replication_factor: number | null
  /** `limited`, `unlimited`, `compacted`, `unknown`. */
  readonly retention: string | null
  readonly retention_ms: number | null
  readonly connector_class: string | null
  readonly field: string | null
  /** In the taxonomy of Fideslang. */
  readonly category: string | null
  readonly special: boolean | null
  readonly subject: string | null
  /** How sure it is: of personal data its grade, of findings their certainty. */
  readonly certainty: string | null
  readonly role: string | null
  readonly service: string | null
  /** ISO 3166-1 alpha-2 codes, separated by commas. */
  readonly countries: string | null
  readonly transfer: string | null
  /** Who runs the service, as people say the name. */
  readonly owner: string | null
  readonly code: string | null
  readonly level: string | null
  readonly message: string | null
}

const none: Omit<FactRow, 'repository' | 'path' | 'line' | 'row'> = {
  kind: null,
  name: null,
  partitions: null,
  replication_factor: null,
  retention: null,
  retention_ms: null,
  connector_class: null,
  field: null,
  category: null,
  special: null,
  subject: null,
  certainty: null,
  role: null,
  service: null,
  countries: null,
  transfer: null,
  owner: null,
  code: null,
  level: null,
  message: null,
}

/** What the files say, as rows: their entities, the personal data of their schemas, where data goes, and the findings. */
export function* factRows(
  db: Db,
  files: readonly ReviewedFile[],
  repositoryOf: (file: Uri) => string,
  words: Language,
): Generator<FactRow> {
  const shown = new Map(files.map(file => [file.uri, file]))
  const at = ({ file, span }: Place): Pick<FactRow, 'path' | 'line' | 'repository'> => {
    const there = shown.get(file)
    return {
      repository: repositoryOf(file),
      path: there?.path ?? file,
      line: (there?.lines.position(span.start).line ?? 0) + 1,
    }
  }
  for (const { uri, findings } of files) {
    for (const entity of db.estate.entities(uri)) if (entity.kind !== 'configuration') yield* rowsOf(db, entity, at)
    for (const { code, level, certainty, message, at: place, suppressed } of findings)
      if (!suppressed)
        yield { ...none, ...at(place), row: 'finding', code, level, certainty, message: word(message, words) }
  }
}

function* rowsOf(
  db: Db,
  entity: Entity,
  at: (place: Place) => Pick<FactRow, 'path' | 'line' | 'repository'>,
): Generator<FactRow> {
  const name = knownValue(entity.name) ?? null
  const { kind, file, extent } = entity
  const begins = { file, span: { start: extent.start, end: extent.start } }
  yield { ...none, ...at(begins), row: 'entity', kind, name, ...numbersOf(db, entity) }
  if (entity.kind === 'record')
    for (const { field, category, subject, grade } of personalDataIn(db, entity))
      yield {
        ...none,
        ...at(field.name.at),
        row: 'personal_data',
        kind,
        name,
        field: field.name.value,
        category: category.fides,
        special: category.special,
        subject,
        certainty: grade,
      }
  if (isSender(entity))
    for (const { at: place, role, service = null, countries, status, provider } of destinationsOf(db, entity))
      yield {
        ...none,
        ...at(place),
        row: 'destination',
        kind,
        name,
        role,
        service,
        countries: countries.map(({ code }) => code).join(',') || null,
        transfer: status,
        owner: provider?.short ?? null,
      }
}

type Numbers = Partial<
  Pick<FactRow, 'partitions' | 'replication_factor' | 'retention' | 'retention_ms' | 'connector_class'>
>

function numbersOf(db: Db, entity: Entity): Numbers {
  if (entity.kind === 'connector') return { connector_class: knownValue(entity.class) ?? null }
  if (entity.kind !== 'topic') return {}
  const { kind, milliseconds = null } = retentionOf(db, entity)
  return {
    partitions: (entity.partitions && knownValue(entity.partitions)) ?? null,
    replication_factor: knownValue(entity.replicationFactor) ?? null,
    retention: kind,
    retention_ms: milliseconds,
  }
}
