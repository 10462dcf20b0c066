import { durationWords } from '../assess/duration.ts'
import type { Retention } from '../assess/retention.ts'

/** A retention in words. */
export function retentionWords({ kind, milliseconds = 0 }: Retention): string {
  switch (kind) {
    case 'limited':
      return `erased after ${durationWords(milliseconds)}`
    case 'unlimited':
      return 'kept without a limit'
    case 'compacted':
      return 'the last record of each key is kept until it is deleted'
    case 'unknown':
      return 'to be declared'
  }
}
