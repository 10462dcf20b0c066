import { called } from './called.ts'
import type { Access, Cluster, ReplicationFlow } from '../model/entities.ts'
import { asInteger, placeOf, knownValue, type Fact, type Place, type Slot } from '../model/fact.ts'
import { nearest, topicsOn } from '../model/link.ts'
import { accessOn, byName } from '../model/link-key.ts'
import { setting, slotFor, type Settings } from '../model/settings.ts'
import type { Db } from './db.ts'
import { brokersOf } from './brokers.ts'
import { circumstancesOf, defaultOf, isBefore } from './engine.ts'
import { diskOf, isSmaller } from './capacity.ts'
import { opennessOf, usesRecords } from './exposure.ts'
import { clusterOfPeer } from './mirror.ts'
import { keptFor, retentionOf, type Retention } from './retention.ts'
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

/** What else a standby has less of than its primary: brokers, what they run on, their disks, a version, a time, also of a topic; or a listener that is open where the primary has none, somebody who may do there what nobody lets them do at the primary. */
export interface Shortfall {
  readonly is: 'fewer' | 'smaller' | 'disk' | 'older' | 'shorter' | 'topic' | 'open' | 'admits'
  readonly at: Place
  /** The topic or the user that it is about. */
  readonly name?: string | Message
  readonly primary: string | Message
  readonly standby: string | Message
}

/** Where the target of a mirror is smaller or older than the source, keeps records less long by default, or lets in who could not reach the source; nothing where one of the two is in no file. */
export function shortfallsOf(db: Db, flow: ReplicationFlow): Shortfall[] {
  const [source, target] = [clusterOfPeer(db, flow.source, flow), clusterOfPeer(db, flow.target, flow)]
  if (source.state !== 'linked' || target.state !== 'linked' || source.to === target.to) return []
  const pair = [source.to, target.to] as const
  return [
    fewerBrokers(db, ...pair),
    smallerMachine(...pair),
    smallerDisk(db, ...pair),
    olderVersion(...pair),
    shorterRetention(db, ...pair),
    ...shorterTopics(db, flow, ...pair),
    openDoor(...pair),
    ...admitted(db, ...pair),
  ].flatMap(shortfall => shortfall ?? [])
}

function fewerBrokers(db: Db, primary: Cluster, standby: Cluster): Shortfall | undefined {
  const [many, few] = [brokersOf(db, primary), brokersOf(db, standby)]
  const [at] = few?.places ?? []
  return many && few && at && few.count < many.count
    ? { is: 'fewer', at, primary: String(many.count), standby: String(few.count) }
    : undefined
}

function smallerMachine({ machine: large }: Cluster, { machine: small }: Cluster): Shortfall | undefined {
  return large?.state === 'known' && small?.state === 'known' && isSmaller(small.value, large.value)
    ? { is: 'smaller', at: small.at, primary: large.value, standby: small.value }
    : undefined
}

function smallerDisk(db: Db, primary: Cluster, standby: Cluster): Shortfall | undefined {
  const [large, small] = [diskOf(db, primary), diskOf(db, standby)]
  return large && small && small.bytes < large.bytes
    ? { is: 'disk', at: small.size.at, primary: large.size.value, standby: small.size.value }
    : undefined
}

/** The topics that the standby is declared to keep for less long than the primary keeps those of which they are copies. */
function shorterTopics(db: Db, flow: ReplicationFlow, primary: Cluster, standby: Cluster): Shortfall[] {
  const alias = knownValue(flow.source.alias)
  const originals = new Map(topicsOn(db.estate, primary).map(topic => [knownValue(topic.name), topic]))
  return topicsOn(db.estate, standby).flatMap((copy): Shortfall[] => {
    const name = knownValue(copy.name)
    const original =
      name === undefined
        ? undefined
        : (originals.get(name) ?? originals.get(alias === undefined ? name : name.replace(`${alias}.`, '')))
    const [long, short] = [original && retentionOf(db, original), retentionOf(db, copy)]
    const at = short.decides?.value.at
    return long && at && name !== undefined && !short.inherited && isShorter(short, long)
      ? [{ is: 'topic', at, name, primary: keptFor(long), standby: keptFor(short) }]
      : []
  })
}

const isShorter = (short: Retention, long: Retention): boolean =>
  short.kind === 'limited' &&
  (long.kind === 'unlimited' || (long.kind === 'limited' && (short.milliseconds ?? 0) < (long.milliseconds ?? 0)))

/** Who may read or write topics of the standby and none of the primary, where files tell of both who may; mirrors have to. */
function admitted(db: Db, primary: Cluster, standby: Cluster): Shortfall[] {
  const [there, here] = [primary, standby].map(cluster => accessAt(db, cluster))
  if (!there || !here || there.length === 0 || there.some(({ principal }) => principal.state !== 'known')) return []
  const known = new Set(there.map(({ principal }) => knownValue(principal)))
  const others = new Map(
    here.flatMap(one =>
      one.principal.state === 'known' && !known.has(one.principal.value) && usesRecords(db, one)
        ? [[one.principal.value, one] as const]
        : [],
    ),
  )
  return [...others].map(([name, { name: resource }]) => ({
    is: 'admits',
    at: placeOf(resource),
    name,
    primary: '',
    standby: '',
  }))
}

const accessAt = ({ estate }: Db, { name, file, namespace }: Cluster): readonly Access[] =>
  name.state === 'known'
    ? estate.find(accessOn(name.value)).filter(one => {
        const link = nearest(one, estate.find(byName('cluster', name.value)))
        return link.state === 'linked' && link.to.file === file && link.to.namespace === namespace
      })
    : []

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
  return isShorter(short, long)
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
