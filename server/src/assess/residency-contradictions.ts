import type { Cluster } from '../model/entities.ts'
import { knownValue, placeOf, type Known, type Place } from '../model/fact.ts'
import type { ItemName } from '../model/residency.ts'
import type { Db } from './db.ts'
import type { Destination } from './destination.ts'
import { readSpan } from './duration.ts'
import { datesOf } from './residency-gaps.ts'
import { pathsOf, type ClusterPaths } from './residency-paths.ts'

/** What is declared of residency or recovery and something else refutes. */
export type Contradiction =
  /** A test that has not taken place yet. */
  | { readonly is: 'future'; readonly item: ItemName; readonly day: Known<string> }
  /** What is declared not to be there is. */
  | { readonly is: 'present'; readonly item: ItemName; readonly said: Known<string>; readonly places: readonly Place[] }
  /** A drill took longer, or lost more, than the objective allows. */
  | {
      readonly is: 'missed'
      readonly objective: 'RPO' | 'RTO'
      readonly declared: Known<string>
      readonly reached: Known<string>
      readonly day: string
    }
  /** It lies in another country. */
  | { readonly is: 'elsewhere'; readonly said: Known<string>; readonly written: Destination }

/** What is declared of a cluster and refuted by files, by the day, or by itself. */
export function contradictionsOf(db: Db, cluster: Cluster): Contradiction[] {
  const paths = pathsOf(db, cluster)
  return [
    ...datesOf(paths).flatMap(({ item, day }) => (day.value > db.today ? [{ is: 'future', item, day } as const] : [])),
    ...presentIn(paths),
    ...missedIn(paths),
    ...elsewhereIn(paths),
  ]
}

/** What only stands near a cluster may be another's. */
const presentIn = ({ items }: ClusterPaths): Contradiction[] =>
  items.flatMap(({ item, declared, entries }) => {
    const sure = entries.filter(({ nearest, destination }) => !nearest && !destination?.declaration)
    const seen = sure.filter(({ note }) => note?.is !== 'withBrokers' && note?.is !== 'declaredIn')
    return declared?.none && seen.length > 0
      ? [{ is: 'present', item, said: declared.none, places: seen.map(({ of }) => placeOf(of.name)) } as const]
      : []
  })

const missedIn = ({ declared }: ClusterPaths): Contradiction[] =>
  (declared?.drills ?? []).flatMap(({ date, rpo, rto }) => [
    ...exceeded('RTO', declared?.rto, rto, date.value),
    ...exceeded('RPO', declared?.rpo, rpo, date.value),
  ])

function exceeded(
  objective: 'RPO' | 'RTO',
  declared: Known<string> | undefined,
  reached: Known<string> | undefined,
  day: string,
): Contradiction[] {
  const [most, took] = [declared, reached].map(one => one && readSpan(one.value))
  return declared && reached && most !== undefined && took !== undefined && took > most
    ? [{ is: 'missed', objective, declared, reached, day }]
    : []
}

const elsewhereIn = ({ items }: ClusterPaths): Contradiction[] =>
  items.flatMap(({ declared, entries }) => {
    const said = declared?.country
    if (!said) return []
    return entries.flatMap(({ destination, nearest }) =>
      destination && !nearest && !destination.declaration && isElsewhere(destination, said.value)
        ? [{ is: 'elsewhere', said, written: destination } as const]
        : [],
    )
  })

const isElsewhere = ({ countries }: Destination, code: string): boolean =>
  countries.length > 0 && !countries.some(country => country.code === code)

/** The name of a cluster, for messages. */
export const clusterName = ({ name }: Cluster): string => knownValue(name) ?? '?'
