import { say, type Message } from '../words/message.ts'

/** In what a setting counts time. */
export type TimeUnit = 'nanoseconds' | 'milliseconds' | 'seconds' | 'minutes' | 'hours' | 'duration'

const lengths: Readonly<Record<Exclude<TimeUnit, 'duration'>, number>> = {
  nanoseconds: 1e-6,
  milliseconds: 1,
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
}

/** A time in milliseconds; a negative number stands for no end, undefined for what is no time. */
export function toMilliseconds(text: string, unit: TimeUnit): number | undefined {
  const written = text.trim()
  if (unit === 'duration') return readDuration(written)
  return /^[+-]?\d+$/.test(written) ? Number(written) * lengths[unit] : undefined
}

const parts: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

/** `720h`, `1h30m`, `0`: as Go writes durations, days added. */
function readDuration(text: string): number | undefined {
  if (text === '' || text === '0') return 0
  if (!/^[+-]?(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h|d))+$/.test(text)) return undefined
  const sum = [...text.matchAll(/(?<!\d)(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h|d)/g)].reduce(
    (total, [, count = '0', part = '']) => total + Number(count) * (parts[part] ?? 0),
    0,
  )
  return text.startsWith('-') ? -sum : sum
}

/** Long months and leap years: what is declared is never taken for shorter than it is meant. */
const spans: readonly [RegExp, number][] = [
  [/^(?:min|minutes?|minuten?)$/, 60_000],
  [/^(?:h|hours?|stunden?|heures?)$/, 3_600_000],
  [/^(?:d|days?|tage?n?|jours?)$/, 86_400_000],
  [/^(?:weeks?|wochen?|semaines?)$/, 7 * 86_400_000],
  [/^(?:months?|monate?n?|mois)$/, 31 * 86_400_000],
  [/^(?:years?|jahre?n?|ans?|années?)$/, 366 * 86_400_000],
]

/** A time in words (`30 days`, `at most 2 Jahre`) in milliseconds; undefined where more is said than a time, such as when it begins. */
export function readSpan(text: string): number | undefined {
  const [, count, unit = ''] =
    /^(?:(?:at most|max(?:imum|imal)?\.?|höchstens|au plus) )?(\d+) ?([a-zé]+)$/.exec(text.trim().toLowerCase()) ?? []
  const length = spans.find(([words]) => words.test(unit))?.[1]
  return count === undefined || length === undefined ? undefined : Number(count) * length
}

/** The largest unit that a duration is whole in: 7776000000 ms are 90 days. */
export function largestUnit(milliseconds: number): {
  readonly count: number
  readonly unit: 'day' | 'hour' | 'minute' | 'second' | 'millisecond'
} {
  const units = [
    [86_400_000, 'day'],
    [3_600_000, 'hour'],
    [60_000, 'minute'],
    [1000, 'second'],
  ] as const
  const [size, unit] = units.find(([length]) => milliseconds >= length && milliseconds % length === 0) ?? [
    1,
    'millisecond' as const,
  ]
  return { count: milliseconds / size, unit }
}

/** A duration in its largest whole unit. */
export const durationOf = (milliseconds: number): Message => say('time.duration', largestUnit(milliseconds))

/** A time that is not promised too short: in whole days from two days on, in whole hours from two hours on, else in minutes. */
export function roundedUp(milliseconds: number): number {
  const unit = unitFor(milliseconds)
  return Math.ceil(milliseconds / unit) * unit
}

/** The nearest time in whole days, hours or minutes, for what is only about so long. */
export function rounded(milliseconds: number): number {
  const unit = unitFor(milliseconds)
  return Math.round(milliseconds / unit) * unit
}

const unitFor = (milliseconds: number): number =>
  [86_400_000, 3_600_000].find(length => milliseconds > 2 * length) ?? 60_000
