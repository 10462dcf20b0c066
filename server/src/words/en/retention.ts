import { plural } from '../plural.ts'

/** KR6xx: how long records are kept. */
export const retention = {
  KR601: {
    topic: ({ topic, setting }: { topic: string; setting: string }) =>
      `Topic ${topic} keeps its records for ever: ${setting}; expected a limit`,
    personal: ({ topic, what, setting }: { topic: string; what: string; setting: string }) =>
      `Topic ${topic} keeps personal data (${what}) for ever: ${setting}; expected a limit`,
    cluster: ({ setting }: { setting: string }) =>
      `Topics that set no retention keep their records for ever: ${setting}; expected a limit`,
    inherited: ({ topic, what, setting }: { topic: string; what: string; setting: string }) =>
      `Topic ${topic} inherits no limit for personal data (${what}): ${setting}; expected a limit`,
  },
  KR602: {
    unbounded: ({ topic, what }: { topic: string; what: string }) =>
      `Topic ${topic} keeps the last personal data (${what}) of each key; expected a bounded max.compaction.lag.ms`,
  },
  KR603: {
    longer: ({ copy, by, source, longer, shorter }: CopyOf) =>
      `Topic ${copy}, the ${by === 'mirror' ? 'copy' : 'dead letter queue'} of ${source}, keeps records ${longer}, ${source} ${shorter}; expected no longer`,
  },
  /** Times. */
  time: {
    duration: ({ count, unit }: { count: number; unit: TimeUnit }) => plural(count, unit),
    /** How long something is kept. */
    kept: ({ duration }: { duration: string }) => `for ${duration}`,
    keptUnlimited: 'without a limit',
    forEver: 'for ever',
  },
  /** A setting as a sentence names it. */
  setting: {
    written: ({ key, value }: { key: string; value: string }) => `${key} ${value}`,
    noRetention: 'retention not set',
  },
}

type TimeUnit = 'day' | 'hour' | 'minute' | 'second' | 'millisecond'

interface CopyOf {
  copy: string
  by: 'mirror' | 'dead-letter-queue'
  source: string
  longer: string
  shorter: string
}
