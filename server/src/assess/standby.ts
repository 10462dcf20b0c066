import type { Cluster, ReplicationFlow } from '../model/entities.ts'
import { asInteger, placeOf, knownValue, type Place, type Slot } from '../model/fact.ts'
import { setting, slotFor, type Settings } from '../model/settings.ts'
import type { Db } from './db.ts'
import { circumstancesOf, defaultOf } from './engine.ts'
import { clusterOfPeer } from './mirror.ts'

/** A number that a standby cluster has lower than the one that it stands by for. */
export interface Weakness {
  readonly key: string
  readonly primary: number
  readonly standby: number
  /** Where the lower number stands or should stand. */
  readonly at: Place
  readonly absent: boolean
  readonly slot?: Slot
}

/** Where the target of a mirror keeps its copies worse than the source does; nothing where one of the two is in no file. */
export function weaknessesOf(db: Db, flow: ReplicationFlow): Weakness[] {
  const [source, target] = [clusterOfPeer(db, flow.source, flow), clusterOfPeer(db, flow.target, flow)]
  if (source.state !== 'linked' || target.state !== 'linked' || source.to === target.to) return []
  // MirrorMaker 2 does not carry over how many must confirm a write: the target's own number counts.
  const pairs = [
    [inForce(db, source.to, 'default.replication.factor'), copiesAt(db, flow, target.to)],
    [inForce(db, source.to, 'min.insync.replicas'), inForce(db, target.to, 'min.insync.replicas')],
  ] as const
  return pairs.flatMap(([{ value: primary }, standby]) =>
    primary !== undefined && standby.value !== undefined && standby.value >= 1 && standby.value < primary
      ? [{ ...standby, primary, standby: standby.value }]
      : [],
  )
}

interface Effective {
  readonly key: string
  /** Undefined where it is not known, or has no effect. */
  readonly value: number | undefined
  readonly at: Place
  readonly absent: boolean
  readonly slot?: Slot
}

/** How many copies a mirror makes: as many as it says, as many as the target makes by default where it says -1, else two. */
function copiesAt(db: Db, { copying }: ReplicationFlow, target: Cluster): Effective {
  const own = numberAt('replication.factor', copying)
  if (own.absent) return { ...own, value: 2 }
  return own.value === -1 ? inForce(db, target, 'default.replication.factor') : own
}

/** The number that holds at a cluster: the written one, else the default of its engine. */
function inForce(db: Db, cluster: Cluster, key: string): Effective {
  const written = numberAt(key, cluster.settings)
  const here = circumstancesOf(db, cluster)
  if (!here || here.engine.copies === 'elsewhere' || here.engine.ignores.includes(key))
    return { ...written, value: undefined }
  const byDefault = written.absent ? defaultOf(db, key, here) : undefined
  return byDefault === undefined ? written : { ...written, value: Number(byDefault) }
}

function numberAt(key: string, settings: Settings): Effective {
  const fact = asInteger(setting(settings, key))
  const written = fact.state === 'known' ? fact.slot : undefined
  const slot = fact.state === 'absent' ? slotFor(settings, key) : written
  return { key, value: knownValue(fact), at: placeOf(fact), absent: fact.state === 'absent', ...(slot ? { slot } : {}) }
}
