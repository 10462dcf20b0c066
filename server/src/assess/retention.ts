import { entriesOf } from '../text/list.ts'
import type { RetentionSetting } from '../knowledge/kafka-settings.ts'
import type { Cluster, Topic } from '../model/entities.ts'
import { asInteger, knownValue, placeOf, type Fact, type Known, type Place } from '../model/fact.ts'
import { clusterOf } from '../model/link.ts'
import { setting, spelling, writtenAs, type Setting, type Settings } from '../model/settings.ts'
import { query, type Db } from './db.ts'
import { say, type Message } from '../words/message.ts'
import { durationOf, toMilliseconds } from './duration.ts'
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

/** How long a topic keeps its records, or the topics of a cluster that set nothing: by its own settings, else those of its cluster, else the default of its engine. */
export const retentionOf = query((db, of: Topic | Cluster): Retention => {
  const holders = of.kind === 'topic' ? holdersOf(db, of) : { broker: of.settings, here: circumstancesOf(db, of) }
  const policy = first([
    [holders.own, 'cleanup.policy'],
    [holders.broker, 'log.cleanup.policy'],
  ])
  return (policy && byPolicy(db, policy, holders)) ?? byTime(db, holders)
})

/** How long, in words: of records that are kept for some time, or for ever. */
export const keptFor = ({ kind, milliseconds = 0 }: Pick<Retention, 'kind' | 'milliseconds'>): Message =>
  kind === 'unlimited' ? say('time.keptUnlimited') : say('time.kept', { duration: durationOf(milliseconds) })

/** Between which times after it was written a record is erased, in milliseconds; undefined where that is not known. */
export interface Erasure {
  /** Left out where a size may erase it sooner. */
  readonly earliest?: number
  /** How long its segment may stay open, and so keep it from being erased. */
  readonly open: number
  /** Set where that is the engine's default. */
  readonly assumed?: true
  readonly latest: number
}

/** Until brokers look for what is to be erased, and until they take the file away; Kafka's defaults are five minutes and one. */
function sweepOf({ own, broker }: Holders): number | undefined {
  const written = (
    keys: readonly (readonly [Settings | undefined, string])[],
    standard: number,
  ): number | undefined => {
    const value = first(keys)?.value
    if (value === undefined) return standard
    return value.state === 'known' ? toMilliseconds(value.value, 'milliseconds') : undefined
  }
  const check = written([[broker, 'log.retention.check.interval.ms']], 300_000)
  const removal = written(
    [
      [own, 'file.delete.delay.ms'],
      [broker, 'log.segment.delete.delay.ms'],
    ],
    60_000,
  )
  return check === undefined || removal === undefined ? undefined : check + removal
}

/** Whether old segments lie elsewhere, or are merged with newer ones by compaction: then nothing tells when a record is gone. */
const isKeptOtherwise = ({ own, broker, here }: Holders): boolean => {
  const policy = first([
    [own, 'cleanup.policy'],
    [broker, 'log.cleanup.policy'],
  ])?.value
  const remote = own && setting(own, 'remote.storage.enable')
  return (
    here?.tiered === true ||
    (policy !== undefined && !(policy.state === 'known' && policy.value === 'delete')) ||
    (remote !== undefined && remote.state !== 'absent' && !(remote.state === 'known' && remote.value === 'false'))
  )
}

/** When the records of a topic with a limited retention are erased: a segment goes as a whole, when its newest record has been kept long enough. Only of brokers that count time as Apache Kafka does, and for records that carry the time at which they were written. */
export const erasureOf = query((db, topic: Topic): Erasure | undefined => {
  const holders = holdersOf(db, topic)
  const { kind, milliseconds } = retentionOf(db, topic)
  const open = openFor(db, holders)
  const sweep = sweepOf(holders)
  if (kind !== 'limited' || milliseconds === undefined || open === undefined || sweep === undefined) return undefined
  if (isKeptOtherwise(holders)) return undefined
  const sized = isSized(holders.own, 'retention.bytes') || isSized(holders.broker, 'log.retention.bytes')
  return {
    ...(sized ? {} : { earliest: milliseconds }),
    open: open.time,
    ...(open.assumed ? { assumed: true } : {}),
    latest: milliseconds + open.time + sweep,
  }
})

/** How long a segment takes records, in milliseconds, and whether that is the default; undefined where a placeholder or settings in no file decide. */
function openFor(db: Db, { own, broker, here }: Holders): { time: number; assumed: boolean } | undefined {
  if (here && (here.engine.copies === 'odd' || here.engine.remote)) return undefined
  const rows = db.knowledge.rolling
  const time = first(
    rows.flatMap(row => {
      const settings = row.holder === 'topic' ? own : broker
      return settings ? [[settings, row.key] as const] : []
    }),
  )
  if (time) {
    const unit = rows.find(({ key }) => key === time.key)?.unit ?? 'milliseconds'
    const written = time.value.state === 'known' ? toMilliseconds(time.value.value, unit) : undefined
    return written === undefined ? undefined : { time: written, assumed: false }
  }
  return broker && here ? { time: week, assumed: true } : undefined
}

const isSized = (settings: Settings | undefined, key: string): boolean => {
  const fact = settings && asInteger(setting(settings, key))
  return fact !== undefined && (fact.state === 'unresolved' || (fact.state === 'known' && fact.value >= 0))
}

/** Whose settings decide, the nearest first, and what their defaults rest on. */
interface Holders {
  readonly own?: Settings | undefined
  readonly broker?: Settings | undefined
  readonly here?: Circumstances | undefined
}

function holdersOf(db: Db, topic: Topic): Holders {
  const link = clusterOf(db.estate, topic)
  if (link.state === 'linked')
    return { own: topic.settings, broker: link.to.settings, here: circumstancesOf(db, link.to) }
  const engine = db.knowledge.engines.kinds.get(topic.engine ?? '')
  return {
    own: topic.settings,
    here: engine && { engine, version: undefined, zones: undefined, tiered: undefined },
  }
}

/** A setting that somebody wrote. */
interface Written {
  readonly in: Settings
  readonly key: string
  readonly value: Setting['value']
}

type Decided = Pick<Retention, 'places' | 'decides' | 'inherited'>

const decidedBy = (
  { in: settings, key }: Written,
  value: Known<string>,
  is: 'policy' | 'time',
  { own }: Holders,
): Decided & Required<Pick<Retention, 'decides'>> => ({
  places: [value.at],
  decides: { key: spelling(settings, key) ?? key, value, is },
  inherited: settings !== own,
})

/** What a clean-up policy decides; undefined where it leaves it to the time. */
function byPolicy(db: Db, policy: Written, holders: Holders): Retention | undefined {
  const { value } = policy
  if (value.state === 'unresolved') {
    // No policy makes an end where the time has none.
    const time = byTime(db, holders)
    return time.kind === 'unlimited' && time.decides ? time : unknown(value, policy.key)
  }
  const words = entriesOf(value.value.replace(/[[\]"']/g, ''))
  const decided = decidedBy(policy, value, 'policy', holders)
  if (words.length === 0) return withoutPolicy(db, decided, holders)
  return words.includes('delete') ? undefined : compacted(decided, holders)
}

function withoutPolicy(db: Db, decided: ReturnType<typeof decidedBy>, holders: Holders): Retention {
  const { key } = decided.decides
  if (behaves(db, 'empty-cleanup-policy', holders.here?.version) === false)
    return { kind: 'unknown', ...decided, because: say('because.emptyPolicyRefused', { key }) }
  const limited = byTime(db, holders).kind !== 'unlimited'
  return {
    kind: 'unlimited',
    ...decided,
    because: say('because.emptyPolicy', { key }),
    ...(limited ? { remedy: 'delete' } : {}),
  }
}

/** More is the default, or nobody's intention. */
const century = 3_153_600_000_000

function compacted(decided: ReturnType<typeof decidedBy>, { own, here }: Holders): Retention {
  const { key, value } = decided.decides
  const written =
    own && !here?.engine.ignores.includes('max.compaction.lag.ms')
      ? asInteger(setting(own, 'max.compaction.lag.ms'))
      : undefined
  const lag = written?.state === 'unresolved' ? 0 : written && knownValue(written)
  return {
    kind: 'compacted',
    ...decided,
    because: say('because.compacted', { key, value: value.value }),
    ...(lag !== undefined && lag < century ? { lag } : {}),
  }
}

const week = 604_800_000

/** The settings of an engine that tell for how long, and the keys of those that a topic and its brokers hold. */
const timesOf = query((db, engine: string | undefined) => {
  const rows = db.knowledge.retention.filter(row => row.engine === undefined || row.engine === engine)
  const heldBy = (holder: RetentionSetting['holder']): string[] =>
    rows.filter(row => row.holder === holder).map(({ key }) => key)
  return { rows, topic: heldBy('topic'), broker: heldBy('broker') }
})

/** What the time decides that is written, or the default. */
function byTime(db: Db, holders: Holders): Retention {
  const { rows, topic, broker } = timesOf(db, holders.here?.engine.id)
  const time = first([
    ...topic.map(key => [holders.own, key] as const),
    ...broker.map(key => [holders.broker, key] as const),
  ])
  if (!time) return byDefault(db, holders, rows)
  if (time.value.state === 'unresolved') return unknown(time.value, time.key)
  const { unit = 'milliseconds', zero } = rows.find(({ key }) => key === time.key) ?? {}
  const milliseconds = toMilliseconds(time.value.value, unit)
  const decided = decidedBy(time, time.value, 'time', holders)
  if (milliseconds === undefined)
    return {
      kind: 'unknown',
      ...decided,
      because: say('because.settingIs', { key: time.key, value: time.value.value }),
    }
  if (isUnlimited(milliseconds, zero))
    return {
      kind: 'unlimited',
      ...decided,
      remedy: unit === 'duration' ? '168h' : week / (toMilliseconds('1', unit) ?? 1),
      because: milliseconds < 0 ? say('because.negativeRetention') : say('because.zeroUnlimited', { key: time.key }),
    }
  return {
    kind: 'limited',
    milliseconds,
    ...decided,
    because: decided.inherited ? say('because.ofBrokers') : say('because.ofTopic', { key: time.key }),
  }
}

const isUnlimited = (milliseconds: number, zero: RetentionSetting['zero']): boolean =>
  milliseconds < 0 || (milliseconds === 0 && zero === 'unlimited')

function byDefault(db: Db, { own, broker, here }: Holders, rows: readonly RetentionSetting[]): Retention {
  const near = broker ?? own
  for (const { key, unit, zero } of here ? rows : []) {
    const value = here && defaultOf(db, key, here)
    const milliseconds = value === undefined ? undefined : toMilliseconds(value, unit)
    if (milliseconds === undefined) continue
    return {
      ...(isUnlimited(milliseconds, zero) ? { kind: 'unlimited' } : { kind: 'limited', milliseconds }),
      places: near ? [near.near] : [],
      because: say('because.engineDefault', { engine: here?.engine.name ?? 'Kafka' }),
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
function first(keys: readonly (readonly [Settings | undefined, string])[]): Written | undefined {
  let may: Written | undefined
  for (const [settings, key] of keys) {
    const written = settings && writtenAs(settings, key)
    if (settings && written) return { in: settings, key, value: written.value }
    if (settings?.open) may ??= { in: settings, key, value: settings.open }
  }
  return may
}
