import type { Cluster, Keeper, NodePool } from '../model/entities.ts'
import { topicsOn } from '../model/link.ts'
import { carriesBrokers } from './brokers.ts'
import type { Db } from './db.ts'
import { isForDevelopment } from './stage.ts'

/** The switches by which the records of a cluster or a pool go together with its declaration: those that say so, else those that nobody has set on a cluster that some topic is declared for. */
export function takenAlong(db: Db, of: Cluster | NodePool): { stated: readonly Keeper[]; unset: readonly Keeper[] } {
  const { keepers = [] } = of
  if (keepers.length === 0 || isForDevelopment(db, of) || (of.kind === 'node-pool' && !carriesBrokers(of)))
    return { stated: [], unset: [] }
  const stated = keepers.filter(({ value, keeps }) => value.state === 'known' && value.value !== keeps)
  const holdsTopics = of.kind === 'cluster' && topicsOn(db.estate, of).length > 0
  return { stated, unset: holdsTopics ? keepers.filter(({ value }) => value.state === 'absent') : [] }
}
