import type { Db } from '../assess/db.ts'
import type { Sender } from '../assess/destination.ts'
import { destinationsOf } from '../assess/residency.ts'
import { knownValue, placeKey, placeOf, type Place } from '../model/fact.ts'
import { recipientOf, transferOf } from '../records/recipients.ts'
import type { Words } from '../records/words/words.ts'
import type { Inventory } from './items.ts'

/** A recipient, or a transfer, of the record, and whether it ends with the move. */
export interface Ending {
  readonly party: string
  readonly ends: boolean
  readonly at: Place | undefined
}

/** What of the record ends when the old cluster is gone: what it, its logs, its workers and its registry meant. What connectors send elsewhere stays. */
export function endingsOf(db: Db, inventory: Inventory, words: Words): Ending[] {
  const found = new Map<string, Ending>()
  const all = [...partiesOf(db, inventory, words), ...workersOf(inventory)]
  for (const [key, ending] of all) if (!found.has(key)) found.set(key, ending)
  return [...found.values()].sort((a, b) => Number(b.ends) - Number(a.ends))
}

type Keyed = readonly [key: string, ending: Ending]

function partiesOf(db: Db, { cluster, connectors, schemas }: Inventory, words: Words): Keyed[] {
  const files = [...new Set(schemas.map(({ file }) => file))]
  const senders: Sender[] = [
    cluster,
    ...connectors.flatMap(({ connector, worker }) => [connector, ...(worker ? [worker] : [])]),
    ...files.flatMap(file => db.estate.entities(file).filter(of => of.kind === 'schema')),
  ]
  return senders
    .flatMap(of => destinationsOf(db, of))
    .filter(({ of, role }) => !isOwnKafka(of, role))
    .flatMap(destination => {
      const { role, at, status } = destination
      const stays = role === 'sink' || role === 'replication' || status === 'inside'
      return [recipientOf(destination), ...transferOf(destination)].map((value): Keyed => {
        const party = value.text(words)
        return [`${party} ${stays ? placeKey(at) : ''}`, { party, ends: !stays, at }]
      })
    })
}

/** The workers' own Kafka is the cluster that is left. */
const isOwnKafka = (of: Sender, role: string): boolean => of.kind === 'connect-cluster' && role === 'cluster'

/** The services that run the connectors. */
const workersOf = ({ connectors }: Inventory): Keyed[] =>
  connectors.flatMap(({ connector: { site, name } }): Keyed[] => {
    if (!site) return []
    const region = knownValue(site.region)
    const party = region === undefined ? site.service : `${site.service} (${region})`
    return [[party, { party, ends: true, at: placeOf(name) }]]
  })
