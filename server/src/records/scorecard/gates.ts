import { hasPublicAddress } from '../../assess/exposure.ts'
import type { Db } from '../../assess/db.ts'
import { allows } from '../../assess/destination.ts'
import { configurationFor } from '../../assess/declared.ts'
import type { Cluster } from '../../model/entities.ts'
import { knownValue, placeOf, type Known } from '../../model/fact.ts'
import type { PathName } from '../../model/residency.ts'
import { gateNames, type Gate, type GateName, type ItemCard } from './card.ts'

/** The gates of a cluster; what files tell never answers a question that they cannot see the whole of. */
export function gatesOf(
  db: Db,
  cluster: Cluster,
  items: readonly ItemCard[],
  said: ReadonlyMap<string, Known<string>> | undefined,
): Gate[] {
  return gateNames.map(gate => {
    const answered = answers[gate](db, cluster, items)
    const own = said?.get(gate)
    return { gate, places: [], ...answered, ...(own ? { said: own } : {}) }
  })
}

type Answered = Pick<Gate, 'answer' | 'places'> | undefined

const answers: Readonly<Record<GateName, (db: Db, cluster: Cluster, items: readonly ItemCard[]) => Answered>> = {
  compatibility: () => undefined,
  boundary,
  network,
  governance: (_db, { authorization }) =>
    authorization.state === 'known'
      ? { answer: { is: 'governance', by: authorization.value }, places: [placeOf(authorization)] }
      : undefined,
  scaling: (_db, { rebalancer }) =>
    rebalancer && knownValue(rebalancer) === true
      ? { answer: { is: 'scaling' }, places: [placeOf(rebalancer)] }
      : undefined,
  migration(_db, _cluster, items) {
    const lines = linesOf(items, 'mirrors')
    return lines.length === 0
      ? undefined
      : { answer: { is: 'migration', mirrors: lines.length }, places: lines.flatMap(({ places }) => places) }
  },
  observability(_db, _cluster, items) {
    const seen = (['logs', 'metrics', 'traces', 'alerting'] as const).filter(item => linesOf(items, item).length > 0)
    return seen.length === 0
      ? undefined
      : {
          answer: { is: 'observability', seen },
          places: seen.flatMap(item => linesOf(items, item).flatMap(({ places }) => places)),
        }
  },
}

const linesOf = (items: readonly ItemCard[], item: ItemCard['item']): ItemCard['lines'] =>
  items.find(one => one.item === item)?.lines ?? []

/** The paths whose places a boundary is drawn around. */
const bounded: ReadonlySet<PathName> = new Set(['record', 'metadata', 'management'])

/** Of how many things the place is known, and how many of those lie outside of what the policy allows. */
function boundary(db: Db, cluster: Cluster, items: readonly ItemCard[]): Answered {
  const lines = items
    .filter(({ path }) => bounded.has(path))
    .flatMap(({ lines: own }) => own)
    .filter(({ placeable }) => placeable)
  const placed = lines.filter(({ destination }) => destination && destination.countries.length > 0)
  if (placed.length === 0) return undefined
  const allowed = configurationFor(db, cluster.file)?.policy.allowedCountries?.map(({ value }) => value) ?? ['EEA']
  const outside = placed.filter(({ destination }) => !destination?.countries.every(country => allows(allowed, country)))
  return {
    answer: { is: 'boundary', known: placed.length, of: lines.length, outside: outside.length },
    places: outside.flatMap(({ places }) => places),
  }
}

function network(_db: Db, cluster: Cluster): Answered {
  const { listeners } = cluster
  if (
    listeners.length === 0 ||
    listeners.some(({ encrypted, type }) => encrypted.state === 'unresolved' || type.state === 'unresolved')
  )
    return undefined
  return {
    answer: {
      is: 'network',
      listeners: listeners.length,
      open: hasPublicAddress(cluster),
      encrypted: listeners.filter(({ encrypted }) => knownValue(encrypted) === true).length,
    },
    places: listeners.map(({ name }) => placeOf(name)),
  }
}
