import type { BrokerDefault, EngineKind } from '../knowledge/engines.ts'
import type { Cluster, Peer, Topic } from '../model/entities.ts'
import { knownValue } from '../model/fact.ts'
import { clusterOf } from '../model/link.ts'
import { setting } from '../model/settings.ts'
import { hostsFilledIn, hostsOf } from '../text/hosts.ts'
import { matchesName } from '../text/match.ts'
import { query, type Db, type Library } from './db.ts'

/** What the defaults of a cluster rest on; what is undefined is not known. */
export interface Circumstances {
  readonly engine: EngineKind
  readonly version: string | undefined
  readonly zones: number | undefined
  readonly tiered: boolean | undefined
}

/** What is known of the engine of a cluster; undefined where a placeholder decides which one it is. */
export const circumstancesOf = query(({ knowledge }, cluster: Cluster): Circumstances | undefined => {
  const engine = knowledge.engines.kinds.get(knownValue(cluster.engine) ?? '')
  const { tieredStorage } = cluster
  return (
    engine && {
      engine,
      version: knownValue(cluster.version),
      zones: cluster.zones && knownValue(cluster.zones),
      tiered: tieredStorage?.open ? undefined : tieredStorage !== undefined,
    }
  )
})

/** Whose brokers a cluster or a topic has: the topic's own format tells it, else its cluster; undefined where nothing tells. */
export const engineOf = query((db, of: Cluster | Topic): EngineKind | undefined => {
  if (of.kind === 'cluster') return circumstancesOf(db, of)?.engine
  if (of.engine) return db.knowledge.engines.kinds.get(of.engine)
  const link = clusterOf(db.estate, of)
  return link.state === 'linked' ? circumstancesOf(db, link.to)?.engine : undefined
})

/** The engine that an address tells, by its ending also where another tool fills in the rest. */
export function engineAt({ knowledge: { engines } }: Library, { bootstrap }: Peer): EngineKind | undefined {
  const hosts =
    bootstrap.state === 'known'
      ? hostsOf(bootstrap.value)
      : hostsFilledIn(bootstrap.state === 'absent' ? '' : bootstrap.text)
  return [...engines.kinds.values()].find(kind =>
    hosts.some(host => kind.hosts.some(pattern => matchesName(pattern, host))),
  )
}

/** What a setting of the brokers is where nobody writes it; undefined where that is not known, or rests on what is not known. */
export function defaultOf({ knowledge }: Library, key: string, circumstances: Circumstances): string | undefined {
  const rows = knowledge.engines.defaults.get(key) ?? []
  for (
    let id: string | undefined = circumstances.engine.id;
    id !== undefined;
    id = knowledge.engines.kinds.get(id)?.like
  ) {
    const own = rows.filter(({ engine }) => engine === id)
    if (own.length > 0) return own.find(row => fits(row, circumstances))?.value
  }
  return undefined
}

const fits = ({ zones, tiered, from, before }: BrokerDefault, here: Circumstances): boolean =>
  (zones === undefined || zones === here.zones) &&
  (tiered === undefined || tiered === here.tiered) &&
  (from === undefined || (here.version !== undefined && !isBefore(here.version, from))) &&
  (before === undefined || (here.version !== undefined && isBefore(here.version, before)))

/** What a setting of a topic is where nobody writes it, by the engine that its format or its cluster tells. */
export function defaultOfTopic(db: Db, topic: Topic, key: string): string | undefined {
  const engine = engineOf(db, topic)
  return engine && defaultOf(db, key, { engine, version: undefined, zones: undefined, tiered: undefined })
}

/** What the engine of a cluster calls a setting of Kafka's. */
export const keyAt = (db: Db, cluster: Cluster, key: string): string => engineOf(db, cluster)?.names[key]?.[0] ?? key

/** What holds of a setting at a cluster: the written value, else the default of its engine; undefined where that is not known, or has no effect. */
export function inForceAt(db: Db, cluster: Cluster, key: string): string | undefined {
  const here = circumstancesOf(db, cluster)
  const written = setting(cluster.settings, key)
  if (here?.engine.ignores.includes(key)) return undefined
  return written.state === 'absent' ? here && defaultOf(db, key, here) : knownValue(written)
}

/** Whether a version of Kafka behaves in a way that began with some version; undefined where the version is not known. */
export function behaves({ knowledge }: Library, change: string, version: string | undefined): boolean | undefined {
  const from = knowledge.engines.changes.get(change)
  return from === undefined || version === undefined || !/^\d+\.\d/.test(version) ? undefined : !isBefore(version, from)
}

/** A setting that a cluster's version of Kafka does not have yet, of those that somebody would write. */
export interface NotYet {
  readonly key: string
  readonly from: string
  readonly version: string
}

/** What of some settings came only after the version of Kafka that runs; nothing where the version is not known, or counts another engine's releases. */
export function notYetIn(db: Db, of: Cluster | Topic, keys: readonly string[]): NotYet | undefined {
  const link = of.kind === 'topic' ? clusterOf(db.estate, of) : ({ state: 'linked', to: of } as const)
  const here = link.state === 'linked' ? circumstancesOf(db, link.to) : undefined
  const version = here?.version
  if (version === undefined || !isKafkas(db, here?.engine)) return undefined
  const [late] = keys.flatMap(key => {
    const from = db.knowledge.engines.introduced.get(key)
    return from !== undefined && /^\d+\.\d/.test(version) && isBefore(version, from) ? [{ key, from, version }] : []
  })
  return late
}

/** Whether an engine has the settings of Apache Kafka, by the same versions. */
const isKafkas = (db: Library, engine: EngineKind | undefined): boolean =>
  engine !== undefined &&
  (engine.id === 'kafka' || (engine.like !== undefined && isKafkas(db, db.knowledge.engines.kinds.get(engine.like))))

/** Whether a version is older than another, by their first two numbers; never where one of them is no number. */
export function isBefore(version: string, other: string): boolean {
  const [[major = 0, minor = 0], [otherMajor = 0, otherMinor = 0]] = [version, other].map(text =>
    text.split('.').map(Number),
  ) as [number[], number[]]
  return major !== otherMajor ? major < otherMajor : minor < otherMinor
}

/** Whether the engine of a cluster or a topic takes a setting and does not heed it. */
export const ignores = (db: Db, of: Cluster | Topic, key: string): boolean =>
  engineOf(db, of)?.ignores.includes(key) ?? false

/** Whether those whom somebody writes to take a setting and do not heed it, as far as their addresses tell. */
export const areHeedless = (library: Library, peers: readonly Peer[], key: string): boolean =>
  peers.length > 0 &&
  peers.every(peer => engineAt(library, peer)?.ignores.some(one => key === one || key.endsWith(`.${one}`)))
