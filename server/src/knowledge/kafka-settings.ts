import data from './kafka-settings.yaml'
import { group } from './sources.ts'
import type { EntryOf } from '../words/message.ts'

/** A setting that decides about copies; `<n>` in a key stands for a name. */
export interface DurabilitySetting {
  readonly key: string
  readonly holder:
    | 'broker'
    | 'worker'
    | 'client'
    | 'connector'
    | 'source'
    | 'sink'
    | 'copying'
    | 'checkpoints'
    | 'heartbeats'
  readonly means: 'replication-factor' | 'min-insync-replicas'
  readonly scope: 'cluster-default' | 'internal-topic' | 'topic'
  /** An entry of `holder` in the words. */
  readonly of: Exclude<EntryOf<'holder'>, 'topic'>
  /** What Kafka takes when the key is absent; -1 is the broker's default. Of the brokers' own settings the engine tells it. */
  readonly default?: number
  /** For a minimum of in-sync replicas: the key of the factor that it belongs to. */
  readonly pair?: string
  readonly lies?: 'source' | 'target'
}

/** A setting that decides how long records are kept. */
export interface RetentionSetting {
  readonly key: string
  readonly holder: 'topic' | 'broker'
  readonly unit: 'nanoseconds' | 'milliseconds' | 'seconds' | 'minutes' | 'hours' | 'duration'
  /** What 0 means, where it is not "at once". */
  readonly zero?: 'unlimited'
  /** Only with this engine. */
  readonly engine?: string
}

/** What is known of Kafka's settings. */
export interface KafkaSettings {
  /** By what holds the setting. */
  readonly durability: ReadonlyMap<DurabilitySetting['holder'], readonly DurabilitySetting[]>
  /** In the order in which they count. */
  readonly retention: readonly RetentionSetting[]
  /** When a segment is closed; in the order in which they count. */
  readonly rolling: readonly RetentionSetting[]
}

/** Builds the look-up tables of Kafka's settings. */
export function loadKafkaSettings(): KafkaSettings {
  const { settings, retention, rolling } = data() as {
    settings: DurabilitySetting[]
    retention: RetentionSetting[]
    rolling: RetentionSetting[]
  }
  return { durability: group(settings, row => [row.holder]), retention, rolling }
}
