import type { BreakKind } from '../../model/contract.ts'
import type { Place } from '../../model/fact.ts'

/** Why data of one schema cannot be read with another: the place in either, and what it is about. */
export interface Difference {
  readonly what: BreakKind
  readonly reader: Place
  readonly writer: Place
  /** The name of what differs, with what holds it. */
  readonly subject: string
  /** What the reader expects, and what the writer wrote. */
  readonly expects: string
  readonly wrote: string
}

/** Where a comparison stands: the name of what is compared, and the nearest place in either schema. */
export interface Standing {
  readonly subject: string
  readonly reader: Place
  readonly writer: Place
}

/** A difference at a standing. */
export const differing = (
  { subject, reader, writer }: Standing,
  what: BreakKind,
  expects = '',
  wrote = '',
): Difference => ({ what, reader, writer, subject, expects, wrote })

/** Pairs each of the fewer with another of the more, where that can be done; how many pairs there are. */
export function mostPairs<A, B>(left: readonly A[], right: readonly B[], fits: (a: A, b: B) => boolean): number {
  const possible = left.map(a => right.flatMap((b, index) => (fits(a, b) ? [index] : [])))
  const takenBy = new Map<number, number>()
  const take = (from: number, seen: Set<number>): boolean =>
    (possible[from] ?? []).some(to => {
      if (seen.has(to)) return false
      seen.add(to)
      const holder = takenBy.get(to)
      if (holder !== undefined && !take(holder, seen)) return false
      takenBy.set(to, from)
      return true
    })
  return left.filter((_, index) => take(index, new Set())).length
}
