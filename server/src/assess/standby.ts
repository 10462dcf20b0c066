import type { Knowledge } from '../knowledge/load.ts'
import type { Cluster, ReplicationFlow } from '../model/entities.ts'
import type { Estate } from '../model/estate.ts'
import { asInteger, placeOf, knownValue, type Place, type Slot } from '../model/fact.ts'
import { setting, slotFor, type Settings } from '../model/settings.ts'
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
export function weaknessesOf(flow: ReplicationFlow, estate: Estate, knowledge: Knowledge): Weakness[] {
  const [source, target] = [clusterOfPeer(flow.source, flow, estate), clusterOfPeer(flow.target, flow, estate)]
  if (source.state !== 'linked' || target.state !== 'linked' || source.to === target.to) return []
  // MirrorMaker 2 does not carry over how many must confirm a write: the target's own number counts.
  const pairs = [
    [inForce(source.to, 'default.replication.factor', knowledge), copiesAt(flow, target.to, knowledge)],
    [inForce(source.to, 'min.insync.replicas', knowledge), inForce(target.to, 'min.insync.replicas', knowledge)],
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
function copiesAt({ copying }: ReplicationFlow, target: Cluster, knowledge: Knowledge): Effective {
  const own = numberAt('replication.factor', copying)
  return own.absent
    ? { ...own, value: 2 }
    : own.value === -1
      ? inForce(target, 'default.replication.factor', knowledge)
      : own
}

/** The number that holds at a cluster: the written one, else the default of its engine. */
function inForce(cluster: Cluster, key: string, knowledge: Knowledge): Effective {
  const written = numberAt(key, cluster.settings)
  const here = circumstancesOf(cluster, knowledge)
  if (!here || here.engine.copies === 'elsewhere' || here.engine.ignores.includes(key))
    return { ...written, value: undefined }
  const byDefault = written.absent ? defaultOf(key, here, knowledge) : undefined
  return byDefault === undefined ? written : { ...written, value: Number(byDefault) }
}

function numberAt(key: string, settings: Settings): Effective {
  const fact = asInteger(setting(settings, key))
  const slot = fact.state === 'absent' ? slotFor(settings, key) : fact.state === 'known' ? fact.slot : undefined
  return { key, value: knownValue(fact), at: placeOf(fact), absent: fact.state === 'absent', ...(slot ? { slot } : {}) }
}
