import { plural } from '../plural.ts'

/** KR6xx: how long records are kept. */
export const retention = {
  KR601: {
    topic: ({ topic, setting }: { topic: string; setting: string }) =>
      `Topic ${topic} keeps its records indefinitely (${setting}); set a limit`,
    personal: ({ topic, what, setting }: { topic: string; what: string; setting: string }) =>
      `Topic ${topic} keeps personal data (${what}) indefinitely (${setting}); set a limit`,
    cluster: ({ setting }: { setting: string }) =>
      `Topics without their own retention keep records indefinitely (${setting}); set a limit`,
    inherited: ({ topic, what, setting }: { topic: string; what: string; setting: string }) =>
      `Topic ${topic} inherits unlimited retention of personal data (${what}; ${setting}); set a limit`,
  },
  KR602: {
    unbounded: ({ topic, what }: { topic: string; what: string }) =>
      `Topic ${topic} keeps personal data (${what}) for every key until it is deleted; set max.compaction.lag.ms, when compaction is due at the latest`,
    unboundedYet: ({ topic, what }: { topic: string; what: string }) =>
      `Topic ${topic} keeps personal data (${what}) for every key until it is deleted, and this version of Kafka does not bound when compaction is due`,
    unboundedBy: ({ topic, what, engine }: { topic: string; what: string; engine: string }) =>
      `Topic ${topic} keeps personal data (${what}) for every key until it is deleted, and ${engine} does not bound when compaction is due`,
  },
  KR603: {
    longer: ({ copy, by, source, longer, shorter }: CopyOf) =>
      `Topic ${copy}, the ${by === 'mirror' ? 'copy' : 'dead letter queue'} of ${source}, keeps records ${longer}, longer than ${source} (${shorter}); reduce its retention`,
    unreached: ({ copy, source, what }: { copy: string; source: string; what: string }) =>
      `Topic ${copy} keeps failed records of ${source} (${what}) without a time limit: a tombstone in ${source} does not delete them there; set a retention`,
  },
  KR604: {
    setting: ({ name, key, value }: Sink) =>
      `Sink "${name}" ignores tombstones (${key} is ${value}): what is deleted in Kafka stays at the destination`,
    default: ({ name, key, value }: Sink) =>
      `Sink "${name}" ignores tombstones (${key} is not set, the default is ${value}): personal data deleted in Kafka stays`,
    class: ({ name, service }: Sink) =>
      `Sink "${name}" only adds to ${service}: personal data that is deleted in Kafka has to be deleted there as well`,
    filter: ({ name, key }: Sink) =>
      `Sink "${name}" filters tombstones out (${key}): what is deleted in Kafka stays at the destination`,
  },
  KR605: {
    rewritten: ({ name, key, value }: Omit<Sink, 'service'>) =>
      `Connector "${name}" writes a deleted row as a record without a tombstone (${key} is ${value}): compaction keeps it`,
    silent: ({ name, key, value }: Omit<Sink, 'service'>) =>
      `Connector "${name}" sends no tombstone for a deleted row (${key} is ${value}): a compacted topic keeps its last record`,
  },
  KR606: {
    refused: ({ topic }: { topic: string }) =>
      `Topic ${topic} is compacted and has remote.storage.enable: Kafka refuses tiered storage for compacted topics`,
  },
  KR607: {
    later: ({ topic, what, said, latest }: { topic: string; what: string; said: string; latest: string }) =>
      `Topic ${topic} may keep personal data (${what}) up to ${latest}, not ${said}: segments are erased as a whole; set segment.ms`,
  },
  KR608: {
    unlimited: ({ name, bucket, service, what }: { name: string; bucket: string; service: string; what: string }) =>
      `Sink "${name}" keeps personal data (${what}) for ever in ${bucket} (${service}): no lifecycle rule there deletes objects`,
  },
  /** Times. */
  time: {
    duration: ({ count, unit }: { count: number; unit: TimeUnit }) => plural(count, unit),
    /** How long something is kept. */
    kept: ({ duration }: { duration: string }) => `for ${duration}`,
    keptUnlimited: 'indefinitely',
  },
  /** A setting as a sentence names it. */
  setting: {
    written: ({ key, value }: { key: string; value: string }) => `${key}=${value}`,
    noRetention: 'no retention is set',
  },
}

type TimeUnit = 'day' | 'hour' | 'minute' | 'second' | 'millisecond'

interface Sink {
  name: string
  key: string
  value: string
  service: string
}

interface CopyOf {
  copy: string
  by: 'mirror' | 'dead-letter-queue'
  source: string
  longer: string
  shorter: string
}
