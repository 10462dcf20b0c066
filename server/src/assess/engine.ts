import type { BrokerDefault, EngineKind } from '../knowledge/engines.ts'
import type { Knowledge } from '../knowledge/load.ts'
import type { Cluster, Peer, Topic } from '../model/entities.ts'
import type { Estate } from '../model/estate.ts'
import { knownValue } from '../model/fact.ts'
import { clusterOf, type Link } from '../model/link.ts'
import { setting } from '../model/settings.ts'
import { hostsOf } from '../text/hosts.ts'
import { matchesName } from '../text/match.ts'

/** What the defaults of a cluster rest on; what is undefined is not known. */
export interface Circumstances {
  readonly engine: EngineKind
  readonly version: string | undefined
  readonly zones: number | undefined
  readonly tiered: boolean | undefined
}

/** What is known of the engine of a cluster; undefined where a placeholder decides which one it is. */
export function circumstancesOf(cluster: Cluster, knowledge: Knowledge): Circumstances | undefined {
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
}

/** Whose brokers a cluster or a topic has: the topic's own format tells it, else its cluster. */
export function engineOf(of: Cluster | Topic, estate: Estate, knowledge: Knowledge): EngineKind | undefined {
  const link: Link<Cluster> = of.kind === 'cluster' ? { state: 'linked', to: of } : clusterOf(estate, of)
  const own = of.kind === 'topic' ? of.engine : undefined
  return own
    ? knowledge.engines.kinds.get(own)
    : link.state === 'linked'
      ? circumstancesOf(link.to, knowledge)?.engine
      : undefined
}

/** The engine that an address tells. */
export function engineAt({ bootstrap }: Peer, { engines }: Knowledge): EngineKind | undefined {
  const hosts = bootstrap.state === 'known' ? hostsOf(bootstrap.value) : []
  return [...engines.kinds.values()].find(kind =>
    hosts.some(host => kind.hosts.some(pattern => matchesName(pattern, host))),
  )
}

/** What a setting of the brokers is where nobody writes it; undefined where that is not known, or rests on what is not known. */
export function defaultOf(key: string, circumstances: Circumstances, knowledge: Knowledge): string | undefined {
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

/** What holds of a setting at a cluster: the written value, else the default of its engine; undefined where that is not known, or has no effect. */
export function inForceAt(cluster: Cluster, key: string, knowledge: Knowledge): string | undefined {
  const here = circumstancesOf(cluster, knowledge)
  const written = setting(cluster.settings, key)
  if (here?.engine.ignores.includes(key)) return undefined
  return written.state === 'absent' ? here && defaultOf(key, here, knowledge) : knownValue(written)
}

/** Whether a version of Kafka behaves in a way that began with some version; undefined where the version is not known. */
export function behaves(change: string, version: string | undefined, { engines }: Knowledge): boolean | undefined {
  const from = engines.changes.get(change)
  return from === undefined || version === undefined || !/^\d+\.\d/.test(version) ? undefined : !isBefore(version, from)
}

/** Whether a version is older than another, by their first two numbers. */
function isBefore(version: string, other: string): boolean {
  const [[major = 0, minor = 0], [otherMajor = 0, otherMinor = 0]] = [version, other].map(text =>
    text.split('.').map(Number),
  ) as [number[], number[]]
  return major !== otherMajor ? major < otherMajor : minor < otherMinor
}

/** Whether the engine of a cluster takes a setting and does not heed it. */
export const ignores = (cluster: Cluster, key: string, knowledge: Knowledge): boolean =>
  circumstancesOf(cluster, knowledge)?.engine.ignores.includes(key) ?? false
