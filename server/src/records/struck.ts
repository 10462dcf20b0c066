import type { Secrets } from '../text/secrets.ts'
import type { Activity, ProcessingRecord, Source, System, Value } from './record.ts'

/** The record with secrets struck out of all that it names: a topic may be called like a password. */
export function withoutSecrets(record: ProcessingRecord, secrets: Secrets): ProcessingRecord {
  if (secrets.longest === 0) return record
  const struck = (text: string): string => secrets.struckFrom(text)
  const value = (given: Value): Value => ({ ...given, text: words => struck(given.text(words)) })
  const source = (given: Source): Source => ({ ...given, name: struck(given.name) })
  const system = (given: System): System => ({
    source: source(given.source),
    categories: given.categories.map(value),
    recipients: given.recipients.map(value),
    transfers: given.transfers.map(value),
  })
  const activity = (given: Activity): Activity => ({
    ...given,
    name: struck(given.name),
    sources: given.sources.map(source),
    cells: eachOf(given.cells, values => values.map(value)),
    administration: eachOf(given.administration, struck),
    weaknesses: given.weaknesses.map(value),
  })
  return {
    activities: record.activities.map(activity),
    systems: record.systems.map(system),
    without: record.without.map(source),
    untold: record.untold.map(source),
    own: record.own.map(one => ({ ...one, ...source(one) })),
    schemas: record.schemas.map(one => ({
      ...one,
      source: source(one.source),
      categories: one.categories.map(value),
    })),
    weaknesses: record.weaknesses.map(value),
    accepted: record.accepted.map(risk => ({ ...risk, reason: struck(risk.reason) })),
    unread: record.unread,
  }
}

/** A record with each of its entries made anew. */
const eachOf = <R extends object, K extends keyof R & string>(given: R, make: (entry: NonNullable<R[K]>) => R[K]): R =>
  Object.fromEntries(
    Object.entries(given).map(([key, entry]) => [key, make(entry as NonNullable<R[K]>)]),
  ) as unknown as R
