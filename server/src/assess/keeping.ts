import type { Cluster, Keeper, NodePool } from '../model/entities.ts'
import { topicsOn } from '../model/link.ts'
import { carriesBrokers } from './brokers.ts'
import type { Db } from './db.ts'
import { foldsByNames, isForDevelopment } from './stage.ts'

/** The switches by which the records of a cluster or a pool go together with its declaration: those that say so, else those that nobody has set on a cluster that some topic is declared for. Of a single broker, whose disk has the only copy, but which may serve development, only the first, and mildly. */
export function takenAlong(
  db: Db,
  of: Cluster | NodePool,
): { stated: readonly Keeper[]; unset: readonly Keeper[]; isMild: boolean } {
  const { keepers = [] } = of
  if (keepers.length === 0 || foldsByNames(db, of) || (of.kind === 'node-pool' && !carriesBrokers(of)))
    return { stated: [], unset: [], isMild: false }
  const isMild = isForDevelopment(db, of)
  const stated = keepers.filter(({ value, keeps }) => value.state === 'known' && value.value !== keeps)
  const holdsTopics = !isMild && of.kind === 'cluster' && topicsOn(db.estate, of).length > 0
  return { stated, unset: holdsTopics ? keepers.filter(({ value }) => value.state === 'absent') : [], isMild }
}
