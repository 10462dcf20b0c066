import type { Cluster, NodePool } from '../model/entities.ts'
import type { Estate } from '../model/estate.ts'
import { placeOf, knownValue, type Fact, type Place } from '../model/fact.ts'
import { poolsOf, type Link } from '../model/link.ts'

/** How many nodes of a kind a cluster has; undefined where no file says so for certain. */
export interface Brokers {
  readonly count: number
  /** Where the numbers stand. */
  readonly places: readonly Place[]
  readonly cluster: Cluster
}

/** The brokers of a cluster: those of its pools with the broker role, else those that it counts itself. */
export const brokersOf = (link: Link<Cluster>, estate: Estate): Brokers | undefined =>
  link.state === 'linked' ? count(link.to, estate, carriesBrokers, link.to.brokers) : undefined

/** The voters of the metadata quorum of a cluster, counted like its brokers. */
export const controllersOf = (cluster: Cluster, estate: Estate): Brokers | undefined =>
  count(cluster, estate, votes, cluster.controllers)

/** Whether a pool has brokers; pools of controllers alone hold no data. */
export const carriesBrokers = (pool: NodePool): boolean => knownValue(pool.roles)?.includes('broker') ?? true

/** Whether a pool has controllers. */
export const votes = (pool: NodePool): boolean => knownValue(pool.roles)?.includes('controller') ?? false

function count(
  cluster: Cluster,
  estate: Estate,
  counts: (pool: NodePool) => boolean,
  own: Fact<number> | undefined,
): Brokers | undefined {
  const { pools, ambiguous } = poolsOf(estate, cluster)
  if (ambiguous || pools.some(pool => pool.roles.state === 'unresolved')) return undefined
  const facts = pools.length > 0 ? pools.filter(counts).map(pool => pool.nodes) : own ? [own] : []
  let sum = 0
  for (const fact of facts) {
    if (fact.state !== 'known') return undefined
    sum += fact.value
  }
  return sum > 0 ? { count: sum, places: facts.map(placeOf), cluster } : undefined
}
