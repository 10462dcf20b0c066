import type { EngineKind } from '../knowledge/engines.ts'
import type { DurabilitySetting } from '../knowledge/kafka-settings.ts'
import type { Client, Cluster, ConnectCluster, Connector, Peer, ReplicationFlow, Topic } from '../model/entities.ts'
import { asInteger, knownValue, placeKey, placeOf, type Fact } from '../model/fact.ts'
import { clusterOf, connectClusterOf, topicsOn, type Link } from '../model/link.ts'
import { setting, spelling, type Settings } from '../model/settings.ts'
import type { Uri } from '../text/uri.ts'
import { say, type Message } from '../words/message.ts'
import { brokersForCopies, onlyBrokerGiven, type Brokers } from './brokers.ts'
import { directionOf } from './connector-kind.ts'
import { query, type Db } from './db.ts'
import { circumstancesOf, defaultOf, engineAt, inForceAt, type Circumstances } from './engine.ts'
import { clusterOfPeer } from './mirror.ts'

/** A number of copies, or of copies that must confirm a write, and what it holds for. */
export interface ReplicationSetting {
  readonly means: DurabilitySetting['means']
  readonly scope: DurabilitySetting['scope']
  /** The key as written. */
  readonly key: string
  /** What it holds for: `Topic orders`, `Connect's topic of offsets`. */
  readonly of: Message
  readonly value: Fact<number>
  /** What holds where it is absent; -1 is the brokers' default, undefined is not known. */
  readonly default: number | undefined
  readonly brokers: Brokers | undefined
  /** Whose brokers they are; undefined where nothing tells. */
  readonly engine: EngineKind | undefined
  /** The version of Kafka, where it is known. */
  readonly version: string | undefined
  /** For a minimum of in-sync replicas: the factor that it belongs to. */
  readonly factor?: ReplicationSetting
}

/** Entities that decide about copies. */
export type Durable = Cluster | Topic | ConnectCluster | Connector | Client | ReplicationFlow

/** Where the copies are kept, as far as it is known. */
interface Keeper {
  readonly brokers?: Brokers | undefined
  readonly engine?: EngineKind | undefined
  readonly circumstances?: Circumstances | undefined
}

/** The replication settings of an entity, absent ones included; none where its engine keeps the copies elsewhere, or ignores the setting. */
export const replicationSettingsOf = query((db, entity: Durable): readonly ReplicationSetting[] =>
  readReplicationSettings(db, entity).filter(
    ({ engine, key }) => engine?.copies !== 'elsewhere' && !engine?.ignores.includes(key),
  ),
)

/** Whether a cluster with brokers enough for three copies leaves a setting to a default that is below a number. */
export const isDefaultBelow = (
  replication: ReplicationSetting,
  least: number,
): replication is ReplicationSetting & { readonly default: number; readonly brokers: Brokers } =>
  replication.scope === 'cluster-default' &&
  replication.default !== undefined &&
  replication.default < least &&
  replication.brokers !== undefined &&
  replication.brokers.count >= 3

/** Whether the line of a setting is that of another cluster as well, which has brokers enough for it or nobody knows how many: environments of one module share it. */
export const isSharedWithMore = (db: Db, entity: Durable, { key, value }: ReplicationSetting): boolean =>
  value.state === 'known' &&
  db.estate
    .entities(entity.file)
    .filter((one): one is Cluster => one.kind === 'cluster' && one !== entity)
    .flatMap(one => replicationSettingsOf(db, one))
    .some(
      other =>
        other.key === key &&
        placeKey(placeOf(other.value)) === placeKey(value.at) &&
        (other.brokers === undefined || other.brokers.count >= value.value),
    )

/** Whether no topic in sight gets the number of copies that a cluster has for those without their own: none is created on use, and all that are declared name it. */
export function givesNobody(db: Db, cluster: Cluster, { scope }: ReplicationSetting): boolean {
  if (scope !== 'cluster-default' || inForceAt(db, cluster, 'auto.create.topics.enable') !== 'false') return false
  const topics = topicsOn(db.estate, cluster)
  return (
    topics.length > 0 && topics.every(({ replicationFactor: own }) => own.state !== 'absent' && knownValue(own) !== -1)
  )
}

/** The cluster that keeps a topic: that which it names; where it names none, the only one that its file declares. */
function keeping(db: Db, topic: Topic): Link<Cluster> {
  if (topic.cluster.state !== 'absent' || topic.reaches || topic.kafka) return clusterOf(db.estate, topic)
  return onlyIn(db, topic.file)
}

const onlyIn = query(({ estate }, file: Uri): Link<Cluster> => {
  const [only, ...others] = estate.entities(file).filter(one => one.kind === 'cluster')
  return only && others.length === 0 ? { state: 'linked', to: only } : { state: 'none' }
})

function keeperOf(db: Db, link: Link<Cluster>): Keeper {
  if (link.state !== 'linked') return {}
  const circumstances = circumstancesOf(db, link.to)
  return { brokers: brokersForCopies(db, link.to), engine: circumstances?.engine, circumstances }
}

function keeperBehind(db: Db, peer: Peer, from: { file: Uri; namespace?: string }): Keeper {
  const link = clusterOfPeer(db, peer, from)
  return link.state === 'linked' ? keeperOf(db, link) : { engine: engineAt(db, peer) }
}

function readReplicationSettings(db: Db, entity: Durable): ReplicationSetting[] {
  const { estate, knowledge } = db
  switch (entity.kind) {
    case 'topic': {
      const link = keeping(db, entity)
      const own = entity.engine === undefined ? undefined : knowledge.engines.kinds.get(entity.engine)
      const given = link.state === 'linked' ? undefined : onlyBrokerGiven(db, entity)
      const keeper = given ? { brokers: given } : keeperOf(db, link)
      return settingsOfTopic(entity, link, { ...keeper, ...(own ? { engine: own } : {}) })
    }
    case 'cluster':
      return read(db, entity.settings, 'broker', () => keeperOf(db, { state: 'linked', to: entity }))
    case 'client': {
      const here = keeperBehind(db, entity.kafka, entity)
      return read(db, entity.settings, 'client', () => here)
    }
    case 'connect-cluster': {
      const here = keeperBehind(db, entity.kafka, entity)
      return read(db, entity.settings, 'worker', () => here)
    }
    case 'connector': {
      const worker = connectClusterOf(estate, entity)
      const here = worker.state === 'linked' ? keeperBehind(db, worker.to.kafka, worker.to) : {}
      return holdersIn[directionOf(db, entity) ?? 'unknown']
        .filter(holder => holder !== 'sink' || hasQueue(entity.settings))
        .flatMap(holder => read(db, entity.settings, holder, () => here))
    }
    case 'flow': {
      const [source, target] = [keeperBehind(db, entity.source, entity), keeperBehind(db, entity.target, entity)]
      const atSource = knownValue(setting(entity.copying, 'offset-syncs.topic.location')) !== 'target'
      const of = (holder: DurabilitySetting['holder'], settings: Settings | undefined): ReplicationSetting[] =>
        settings ? read(db, settings, holder, ({ lies }) => (lies === 'source' && atSource ? source : target)) : []
      return [
        ...of('copying', entity.copying),
        ...of('checkpoints', entity.checkpoints),
        ...of('heartbeats', entity.heartbeats),
      ]
    }
  }
}

/** Whether a sink has a dead letter queue, as far as is known: without one its number of copies is nobody's. */
function hasQueue(settings: Settings): boolean {
  const queue = setting(settings, 'errors.deadletterqueue.topic.name')
  return queue.state === 'unresolved' || (queue.state === 'known' && queue.value.trim() !== '')
}

/** What a connector heeds, by its direction: a source has no dead letter queue, a sink creates no topics. */
const holdersIn = {
  source: ['connector', 'source'],
  sink: ['connector', 'sink'],
  replication: ['connector', 'source', 'copying', 'checkpoints', 'heartbeats'],
  unknown: ['connector', 'source', 'sink'],
} as const satisfies Record<string, readonly DurabilitySetting['holder'][]>

function settingsOfTopic(
  topic: Topic,
  link: Link<Cluster>,
  { brokers, engine, circumstances }: Keeper,
): ReplicationSetting[] {
  const name = knownValue(topic.name)
  const common = {
    scope: 'topic',
    of: name === undefined ? say('holder.someTopic') : say('holder.topic', { name }),
    default: -1,
    brokers,
    engine,
    version: circumstances?.version,
  } as const
  const own = topic.replicationFactor
  const inherits = own.state === 'absent' || knownValue(own) === -1
  const inherited =
    inherits && link.state === 'linked' ? asInteger(setting(link.to.settings, 'default.replication.factor')) : own
  const factor: ReplicationSetting = { ...common, means: 'replication-factor', key: 'replicas', value: own }
  const key = 'min.insync.replicas'
  return [
    factor,
    {
      ...common,
      means: 'min-insync-replicas',
      key,
      value: asInteger(setting(topic.settings, key)),
      factor: { ...factor, value: inherited },
    },
  ]
}

/** Reads the known keys of a settings bag; keys with a name inside are found by their pattern. */
function read(
  db: Db,
  settings: Settings,
  holder: DurabilitySetting['holder'],
  keeperFor: (row: DurabilitySetting) => Keeper,
): ReplicationSetting[] {
  const rows = db.knowledge.durability.get(holder) ?? []
  const make = (row: DurabilitySetting, key: string): ReplicationSetting => {
    const { brokers, engine, circumstances } = keeperFor(row)
    const engineDefault = circumstances && defaultOf(db, key, circumstances)
    return {
      means: row.means,
      scope: row.scope,
      key: spelling(settings, key) ?? engine?.names[key]?.[0] ?? key,
      of: say(`holder.${row.of}`),
      value: asInteger(setting(settings, key)),
      default: row.default ?? (engineDefault === undefined ? undefined : Number(engineDefault)),
      brokers,
      engine,
      version: circumstances?.version,
    }
  }
  return rows.flatMap(row => {
    const keys = row.key.includes('<n>')
      ? settings.all.map(({ key }) => key).filter(key => fits(row.key, key) && !rows.some(other => other.key === key))
      : [row.key]
    const pair = rows.find(other => other.key === row.pair)
    return keys.map(key => (pair ? { ...make(row, key), factor: make(pair, pair.key) } : make(row, key)))
  })
}

function fits(pattern: string, key: string): boolean {
  const [head = '', tail = ''] = pattern.split('<n>')
  return key.length > head.length + tail.length && key.startsWith(head) && key.endsWith(tail)
}
