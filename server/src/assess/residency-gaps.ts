import type { Known } from '../model/fact.ts'
import { type ItemName, lastDrill } from '../model/residency.ts'
import { isAnswered, isUnplaced } from './path-entry.ts'
import type { ClusterPaths, PathItem } from './residency-paths.ts'

/** What of an item nobody has told. */
export type Blank = 'item' | 'place' | 'owner' | 'test'

/** The cells of an item that are blank. */
export function blanksOf({ asked, entries, declared, owner, tested, item }: PathItem): Blank[] {
  if (declared?.none) return []
  if (entries.length === 0) return asked ? ['item'] : []
  return [
    ...(entries.some(entry => isUnplaced(entry) && !isAnswered(entry)) ? (['place'] as const) : []),
    ...(owner ? [] : (['owner'] as const)),
    ...(tested || item === 'drills' || item === 'supportAccess' ? [] : (['test'] as const)),
  ]
}

/** The day from which on evidence is not outdated yet: so many months before another day. */
export function freshSince(today: string, months: number): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const from = year * 12 + month - 1 - months
  const last = new Date(Date.UTC(Math.floor(from / 12), (from % 12) + 1, 0)).getUTCDate()
  return new Date(Date.UTC(Math.floor(from / 12), from % 12, Math.min(day, last))).toISOString().slice(0, 10)
}

/** Whatever an item rests on that is older than it may be, or lies in the future. */
export function datesOf({ items, declared }: ClusterPaths): { readonly item: ItemName; readonly day: Known<string> }[] {
  const own = items.flatMap(({ item, declared: said }) => (said?.tested ? [{ item, day: said.tested }] : []))
  const drilled = lastDrill(declared)
  return [...own, ...(drilled ? [{ item: 'drills' as const, day: drilled }] : [])]
}
