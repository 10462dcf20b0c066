import { called } from './called.ts'
import type { Cluster, ReplicationFlow } from '../model/entities.ts'
import { asInteger, placeOf, knownValue, type Fact, type Place, type Slot } from '../model/fact.ts'
import { setting, slotFor, type Settings } from '../model/settings.ts'
import type { Db } from './db.ts'
import { brokersOf } from './brokers.ts'
import { circumstancesOf, defaultOf, isBefore } from './engine.ts'
import { opennessOf } from './exposure.ts'
import { clusterOfPeer } from './mirror.ts'
import { keptFor, retentionOf } from './retention.ts'
import type { Message } from '../words/message.ts'

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

/** What else a standby has less of than its primary: brokers, a version, a time; or a listener that is open where the primary has none. */
export interface Shortfall {
  readonly is: 'fewer' | 'older' | 'shorter' | 'open'
  readonly at: Place
  readonly primary: string | Message
  readonly standby: string | Message
}

/** Where the target of a mirror is smaller or older than the source, keeps records less long by default, or lets in who could not reach the source; nothing where one of the two is in no file. */
export function shortfallsOf(db: Db, flow: ReplicationFlow): Shortfall[] {
  const [source, target] = [clusterOfPeer(db, flow.source, flow), clusterOfPeer(db, flow.target, flow)]
  if (source.state !== 'linked' || target.state !== 'linked' || source.to === target.to) return []
  const pair = [source.to, target.to] as const
  return [fewerBrokers(db, ...pair), olderVersion(...pair), shorterRetention(db, ...pair), openDoor(...pair)].flatMap(
    shortfall => shortfall ?? [],
  )
}

function fewerBrokers(db: Db, primary: Cluster, standby: Cluster): Shortfall | undefined {
  const [many, few] = [brokersOf(db, primary), brokersOf(db, standby)]
  const [at] = few?.places ?? []
  return many && few && at && few.count < many.count
    ? { is: 'fewer', at, primary: String(many.count), standby: String(few.count) }
    : undefined
}

function olderVersion(primary: Cluster, standby: Cluster): Shortfall | undefined {
  const [newer, { version }] = [knownValue(primary.version), standby]
  const comparable =
    knownValue(primary.engine) !== undefined && knownValue(primary.engine) === knownValue(standby.engine)
  return comparable && newer !== undefined && version.state === 'known' && isBefore(version.value, newer)
    ? { is: 'older', at: version.at, primary: newer, standby: version.value }
    : undefined
}

function shorterRetention(db: Db, primary: Cluster, standby: Cluster): Shortfall | undefined {
  const [long, short] = [retentionOf(db, primary), retentionOf(db, standby)]
  const isShorter =
    short.kind === 'limited' &&
    (long.kind === 'unlimited' || (long.kind === 'limited' && (short.milliseconds ?? 0) < (long.milliseconds ?? 0)))
  return isShorter
    ? {
        is: 'shorter',
        at: short.decides?.value.at ?? placeOf(standby.name),
        primary: keptFor(long),
        standby: keptFor(short),
      }
    : undefined
}

function openDoor(primary: Cluster, standby: Cluster): Shortfall | undefined {
  const asks = primary.listeners.length > 0 && primary.listeners.every(({ authentication }) => isAsked(authentication))
  const open = standby.listeners.find(listener => {
    const { anonymous, reach } = opennessOf(listener)
    return anonymous && reach !== 'loopback'
  })
  return asks && open
    ? { is: 'open', at: placeOf(open.authentication), primary: '', standby: called(open.name) }
    : undefined
}

const isAsked = (authentication: Fact<string>): boolean =>
  authentication.state === 'known' && authentication.value !== 'none'

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
