/** A row of a data file; `source` is a key of the file's sources. */
export type Row = Readonly<Record<string, unknown>> & { readonly source: string }

/** A data file with the day it was looked up, and its sources in words. */
export interface Sourced {
  readonly asOf: string
  readonly sources: Readonly<Record<string, string>>
}

/** Entries from this source were never looked up; what rests on them is less certain. */
const memory = 'memory'

/** Whether anybody has looked a row up. */
export const isVerified = ({ source }: { readonly source: string }): boolean => source !== memory

/** The source of a row in words, with its date. */
export const sourceOf = ({ source }: { readonly source: string }, { sources, asOf }: Sourced): string =>
  `${sources[source] ?? source} (${asOf})`

/** Rows of a file, each with its source in words and whether anybody has looked it up. */
export const sourced = <R extends Row>(rows: readonly R[], file: Sourced): (R & { readonly verified: boolean })[] =>
  rows.map(row => ({ ...row, verified: isVerified(row), source: sourceOf(row, file) }))

/** Values by each of their keys, in their order. */
export function group<K, V>(values: readonly V[], keysOf: (value: V) => readonly K[]): Map<K, V[]> {
  const groups = new Map<K, V[]>()
  for (const value of values) for (const key of keysOf(value)) groups.set(key, [...(groups.get(key) ?? []), value])
  return groups
}
