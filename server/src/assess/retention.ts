import type { Knowledge, RetentionSetting } from '../knowledge/load.ts'
import type { Cluster, Topic } from '../model/entities.ts'
import type { Estate } from '../model/estate.ts'
import { asInteger, placeOf, type Fact, type Known, type Place } from '../model/fact.ts'
import { clusterOf } from '../model/link.ts'
import { setting, spelling, type Settings } from '../model/settings.ts'
import { say, type Message } from '../words/message.ts'
import { toMilliseconds } from './duration.ts'
import { behaves, circumstancesOf, defaultOf, type Circumstances } from './engine.ts'

/** How long records are kept. */
export interface Retention {
  /** limited: for some time; unlimited: for ever; compacted: the last record of each key, until it is deleted; unknown: no file says it. */
  readonly kind: 'limited' | 'unlimited' | 'compacted' | 'unknown'
  readonly milliseconds?: number
  readonly places: readonly Place[]
  readonly because: Message
  /** What decides it, and the key that it stands under. */
  readonly decides?: { readonly key: string; readonly value: Known<string>; readonly is: 'policy' | 'time' }
  /** What to write there for a limit of seven days, Kafka's default; for a policy, what lets the time count. */
  readonly remedy?: string | number
  /** It stands with the brokers, or nowhere. */
  readonly inherited: boolean
  /** Of a compacted topic: how long a deleted record may stay at most, where that is bounded. */
  readonly lag?: number
}

/** Reads the retention of a topic: its own settings, else those of its cluster, else the default of its engine. */
export function retentionOf(topic: Topic, estate: Estate, knowledge: Knowledge): Retention {
  const link = clusterOf(estate, topic)
  const cluster = link.state === 'linked' ? link.to : undefined
  const own = topic.engine === undefined ? undefined : knowledge.engines.kinds.get(topic.engine)
  const circumstances = cluster
    ? circumstancesOf(cluster, knowledge)
    : own
      ? { engine: own, version: undefined, zones: undefined, tiered: undefined }
      : undefined
  return read(topic.settings, cluster?.settings, circumstances, knowledge)
}

/** Reads the retention that topics of a cluster have which set none. */
export const brokerRetention = (cluster: Cluster, knowledge: Knowledge): Retention =>
  read(undefined, cluster.settings, circumstancesOf(cluster, knowledge), knowledge)

function read(
  own: Settings | undefined,
  broker: Settings | undefined,
  circumstances: Circumstances | undefined,
  knowledge: Knowledge,
): Retention {
  const policy = first([
    [own, 'cleanup.policy'],
    [broker, 'log.cleanup.policy'],
  ])
  if (policy?.value.state === 'unresolved') {
    // No policy makes an end where the time has none.
    const time = readTime(own, broker, circumstances, knowledge)
    return time.kind === 'unlimited' && time.decides ? time : unknown(policy.value, policy.key)
  }
  const inherited = policy !== undefined && policy.in !== own
  if (policy?.value.state === 'known') {
    const { key, value } = { key: spelling(policy.in, policy.key) ?? policy.key, value: policy.value }
    const words = value.value
      .replace(/[[\]"']/g, '')
      .split(',')
      .map(word => word.trim())
      .filter(word => word !== '')
    const decided = { places: [value.at], decides: { key, value, is: 'policy' as const }, inherited }
    if (words.length === 0) {
      if (behaves('empty-cleanup-policy', circumstances?.version, knowledge) === false)
        return { kind: 'unknown', ...decided, because: say('because.emptyPolicyRefused', { key }) }
      const limited = readTime(own, broker, circumstances, knowledge).kind !== 'unlimited'
      return {
        kind: 'unlimited',
        ...decided,
        because: say('because.emptyPolicy', { key }),
        ...(limited ? { remedy: 'delete' } : {}),
      }
    }
    if (!words.includes('delete')) {
      const lag =
        own && !circumstances?.engine.ignores.includes('max.compaction.lag.ms')
          ? asInteger(setting(own, 'max.compaction.lag.ms'))
          : undefined
      // More than a century is the default, or nobody's intention.
      const bounded =
        lag?.state === 'unresolved'
          ? 0
          : lag?.state === 'known' && lag.value < 3_153_600_000_000
            ? lag.value
            : undefined
      return {
        kind: 'compacted',
        ...decided,
        because: say('because.compacted', { key, value: value.value }),
        ...(bounded === undefined ? {} : { lag: bounded }),
      }
    }
  }
  return readTime(own, broker, circumstances, knowledge)
}

const week = 604_800_000

function readTime(
  own: Settings | undefined,
  broker: Settings | undefined,
  circumstances: Circumstances | undefined,
  knowledge: Knowledge,
): Retention {
  const holders: [Settings | undefined, RetentionSetting['holder']][] = [
    [own, 'topic'],
    [broker, 'broker'],
  ]
  const rows = knowledge.retention.filter(({ engine }) => engine === undefined || engine === circumstances?.engine.id)
  const time = first(
    holders.flatMap(([settings, holder]) =>
      rows.filter(row => row.holder === holder).map((row): [Settings | undefined, string] => [settings, row.key]),
    ),
  )
  if (!time || time.value.state === 'absent') return byDefault(broker ?? own, circumstances, knowledge, rows)
  if (time.value.state === 'unresolved') return unknown(time.value, time.key)
  const row = rows.find(({ key }) => key === time.key)
  const milliseconds = toMilliseconds(time.value.value, row?.unit ?? 'milliseconds')
  const decided = {
    places: [time.value.at],
    decides: { key: spelling(time.in, time.key) ?? time.key, value: time.value, is: 'time' as const },
    inherited: time.in !== own,
  }
  if (milliseconds === undefined)
    return {
      kind: 'unknown',
      ...decided,
      because: say('because.settingIs', { key: time.key, value: time.value.value }),
    }
  if (milliseconds < 0 || (milliseconds === 0 && row?.zero === 'unlimited'))
    return {
      kind: 'unlimited',
      ...decided,
      remedy: row?.unit === 'duration' ? '168h' : week / (toMilliseconds('1', row?.unit ?? 'milliseconds') ?? 1),
      because: milliseconds < 0 ? say('because.negativeRetention') : say('because.zeroUnlimited', { key: time.key }),
    }
  return {
    kind: 'limited',
    milliseconds,
    ...decided,
    because: time.in === own ? say('because.ofTopic', { key: time.key }) : say('because.ofBrokers'),
  }
}

function byDefault(
  settings: Settings | undefined,
  circumstances: Circumstances | undefined,
  knowledge: Knowledge,
  rows: readonly RetentionSetting[],
): Retention {
  const places = settings ? [settings.near] : []
  for (const { key, unit, zero } of circumstances ? rows : []) {
    const value = circumstances && defaultOf(key, circumstances, knowledge)
    const milliseconds = value === undefined ? undefined : toMilliseconds(value, unit)
    if (milliseconds === undefined) continue
    const unlimited = milliseconds < 0 || (milliseconds === 0 && zero === 'unlimited')
    return {
      kind: unlimited ? 'unlimited' : 'limited',
      ...(unlimited ? {} : { milliseconds }),
      places,
      because: say('because.engineDefault', { engine: circumstances?.engine.name ?? 'Kafka' }),
      inherited: true,
    }
  }
  return {
    kind: 'unknown',
    places: [],
    because: say('because.nothingSet'),
    inherited: true,
  }
}

const unknown = (value: Extract<Fact<string>, { state: 'unresolved' }>, key: string): Retention => ({
  kind: 'unknown',
  places: [placeOf(value)],
  because: say('because.settingIs', { key, value: value.text }),
  inherited: false,
})

/** The first of these settings that is written; where none is, the first that may be. */
function first(
  keys: readonly (readonly [Settings | undefined, string])[],
): { in: Settings; key: string; value: Fact<string> } | undefined {
  const found = keys
    .flatMap(([settings, key]) => (settings ? [{ in: settings, key, value: setting(settings, key) }] : []))
    .filter(({ value }) => value.state !== 'absent')
  return found.find(one => one.in.all.some(({ key }) => key === one.key)) ?? found[0]
}
