import type { DurabilitySetting, Knowledge } from '../knowledge/load.ts'
import type { Cluster, ConnectCluster, Connector, NodePool, ReplicationFlow, Topic } from '../model/entities.ts'
import type { Estate } from '../model/estate.ts'
import { asInteger, placeOf, valueOf, type Fact, type Place } from '../model/fact.ts'
import { clusterBehind, clusterOf, connectClusterOf, poolsOf, type Link } from '../model/link.ts'
import { setting, type Settings } from '../model/settings.ts'

/** How many brokers a cluster has; undefined where no file says so for certain. */
export interface Brokers {
  readonly count: number
  /** Where the numbers stand. */
  readonly places: readonly Place[]
  readonly cluster: Cluster
}

/** A number of copies, or of copies that must confirm a write, and what it holds for. */
export interface Knob {
  readonly means: DurabilitySetting['means']
  readonly scope: DurabilitySetting['scope']
  /** The key as written. */
  readonly key: string
  /** What it holds for, in words: `Topic orders`, `Connect's topic of offsets`. */
  readonly of: string
  readonly value: Fact<number>
  readonly default: number
  readonly brokers: Brokers | undefined
  /** For a minimum of in-sync replicas: the factor that it belongs to. */
  readonly factor?: Knob
}

/** Entities that decide about copies. */
export type Durable = Cluster | Topic | ConnectCluster | Connector | ReplicationFlow

/** The knobs of an entity, absent ones included. */
export function knobsOf(entity: Durable, estate: Estate, knowledge: Knowledge): Knob[] {
  switch (entity.kind) {
    case 'topic':
      return topicKnobs(entity, brokersOf(clusterOf(estate, entity), estate), estate)
    case 'cluster':
      return read(entity.settings, 'broker', knowledge, brokersOf({ state: 'linked', to: entity }, estate))
    case 'connect-cluster':
      return read(entity.settings, 'worker', knowledge, brokersOf(clusterBehind(estate, peerOf(entity.kafka, entity), entity.kafka.bootstrap), estate))
    case 'connector': {
      const worker = connectClusterOf(estate, entity)
      const brokers = worker.state === 'linked' ? brokersOf(clusterBehind(estate, peerOf(worker.to.kafka, worker.to), worker.to.kafka.bootstrap), estate) : undefined
      const kind = knowledge.connectors.get(valueOf(entity.class) ?? '')
      const holders: DurabilitySetting['holder'][] = kind?.direction === 'replication' ? ['connector', 'copying', 'checkpoints', 'heartbeats'] : ['connector']
      return holders.flatMap(holder => read(entity.settings, holder, knowledge, brokers))
    }
    case 'flow': {
      const [source, target] = [entity.source, entity.target].map(peer => brokersOf(clusterBehind(estate, peerOf(peer, entity), peer.bootstrap), estate))
      const atSource = valueOf(setting(entity.copying, 'offset-syncs.topic.location')) !== 'target'
      const of = (holder: DurabilitySetting['holder'], settings: Settings | undefined): Knob[] =>
        settings ? read(settings, holder, knowledge, undefined, ({ lies }) => (lies === 'source' && atSource ? source : target)) : []
      return [...of('copying', entity.copying), ...of('checkpoints', entity.checkpoints), ...of('heartbeats', entity.heartbeats)]
    }
  }
}

const peerOf = (peer: { namespace?: string }, entity: { file: string; namespace?: string }): { file: string; namespace?: string } => {
  const namespace = peer.namespace ?? entity.namespace
  return { file: entity.file, ...(namespace === undefined ? {} : { namespace }) }
}

/** The brokers of a cluster: those of its pools with the broker role, else those that it counts itself. */
export function brokersOf(link: Link<Cluster>, estate: Estate): Brokers | undefined {
  if (link.state !== 'linked') return undefined
  const cluster = link.to
  const { pools, ambiguous } = poolsOf(estate, cluster)
  if (ambiguous) return undefined
  const counted = pools.length > 0 ? pools.filter(carriesBrokers) : []
  const facts = pools.length > 0 ? counted.map(pool => pool.nodes) : [cluster.brokers]
  if (pools.some(pool => pool.roles.state === 'unresolved')) return undefined
  let count = 0
  for (const fact of facts) {
    if (fact.state !== 'known') return undefined
    count += fact.value
  }
  return count > 0 ? { count, places: facts.map(placeOf), cluster } : undefined
}

/** Whether a pool has brokers; pools of controllers alone hold no data. */
export const carriesBrokers = (pool: NodePool): boolean => valueOf(pool.roles)?.includes('broker') ?? true

function topicKnobs(topic: Topic, brokers: Brokers | undefined, estate: Estate): Knob[] {
  const link = clusterOf(estate, topic)
  const name = valueOf(topic.name)
  const of = name === undefined ? 'The topic' : `Topic ${name}`
  const own = topic.replicationFactor
  const inherited = own.state === 'absent' || valueOf(own) === -1 ? (link.state === 'linked' ? asInteger(setting(link.to.settings, 'default.replication.factor')) : own) : own
  const factor: Knob = { means: 'replication-factor', scope: 'topic', key: 'replicas', of, value: own, default: -1, brokers }
  const key = 'min.insync.replicas'
  return [factor, { means: 'min-insync-replicas', scope: 'topic', key, of, value: asInteger(setting(topic.settings, key)), default: -1, brokers, factor: { ...factor, value: inherited } }]
}

/** Reads the known keys of a settings bag; keys with a name inside are found by their pattern. */
function read(settings: Settings, holder: DurabilitySetting['holder'], knowledge: Knowledge, brokers: Brokers | undefined, brokersFor?: (row: DurabilitySetting) => Brokers | undefined): Knob[] {
  const rows = knowledge.durability.get(holder) ?? []
  const make = (row: DurabilitySetting, key: string): Knob => ({
    means: row.means,
    scope: row.scope,
    key,
    of: row.of,
    value: asInteger(setting(settings, key)),
    default: row.default,
    brokers: brokersFor ? brokersFor(row) : brokers,
  })
  return rows.flatMap(row => {
    const keys = row.key.includes('<n>') ? settings.all.map(({ key }) => key).filter(key => fits(row.key, key) && !rows.some(other => other.key === key)) : [row.key]
    const pair = rows.find(other => other.key === row.pair)
    return keys.map(key => (pair ? { ...make(row, key), factor: make(pair, pair.key) } : make(row, key)))
  })
}

function fits(pattern: string, key: string): boolean {
  const [head = '', tail = ''] = pattern.split('<n>')
  return key.length > head.length + tail.length && key.startsWith(head) && key.endsWith(tail)
}
