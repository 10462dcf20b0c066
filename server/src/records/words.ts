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

/** A duration in its largest whole unit: 7776000000 ms are 90 days. */
export function durationWords(milliseconds: number): string {
  const units: [number, string][] = [[86_400_000, 'day'], [3_600_000, 'hour'], [60_000, 'minute'], [1000, 'second']]
  const [size, word] = units.find(([unit]) => milliseconds >= unit && milliseconds % unit === 0) ?? [1, 'millisecond']
  const count = milliseconds / size
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
