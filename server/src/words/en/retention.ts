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
      `Topic ${topic} keeps personal data (${what}) for every key until it is deleted; bound the delay with max.compaction.lag.ms`,
  },
  KR603: {
    longer: ({ copy, by, source, longer, shorter }: CopyOf) =>
      `Topic ${copy}, the ${by === 'mirror' ? 'copy' : 'dead letter queue'} of ${source}, keeps records ${longer}, longer than ${source} (${shorter}); reduce its retention`,
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

interface CopyOf {
  copy: string
  by: 'mirror' | 'dead-letter-queue'
  source: string
  longer: string
  shorter: string
}
