import { knownValue, placeOf, type Known, type Place, type Unresolved } from '../../model/fact.ts'
import { entries, items } from '../cursor.ts'
import type { Cursor } from '../position.ts'
import { text, texts } from '../values.ts'

/** A value of an application's configuration, under its whole path. */
export interface Leaf {
  /** The steps of its path, as written: `spring`, `kafka`, `group-id`. */
  readonly steps: readonly string[]
  /** The key as the file spells it, where that is not the path. */
  readonly written?: string
  readonly keyPlace: Place
  readonly value: Known<string> | Unresolved
}

/** All values of a document, nested and dotted keys alike. */
export function leavesOf(cursor: Cursor, above: readonly string[] = []): Leaf[] {
  return entries(cursor).flatMap((entry): Leaf[] => {
    const steps = [...above, ...stepsOf(entry.name)]
    if (entry.tree?.kind === 'map') return leavesOf(entry, steps)
    const maps = items(entry).filter(({ tree }) => tree?.kind === 'map')
    if (maps.length > 0) return maps.flatMap((map, i) => leavesOf(map, [...steps, String(i)]))
    const value = entry.tree?.kind === 'list' ? joined(entry) : text(entry)
    return value.state === 'absent' || !entry.key ? [] : [{ steps, keyPlace: entry.key, value }]
  })
}

/** `[a.b]` keeps its dots from being steps; `[0]` is the place in a list, which says nothing here. */
const stepsOf = (key: string): string[] =>
  key.split(/\[(?:\d+|([^\][]*))\]|\./).filter((step): step is string => step !== undefined && step !== '')

/** A list of texts is what the same texts between commas are; nobody writes it back. */
function joined(list: Cursor): Leaf['value'] | { readonly state: 'absent' } {
  const value = texts(list)
  if (items(list).length === 0 || value.state !== 'known')
    return value.state === 'unresolved' ? value : { state: 'absent' }
  return { state: 'known', value: knownValue(value)?.join(',') ?? '', at: value.at }
}

/** The switch above all of some settings that turns them off: `kafka.enabled: false`. */
export function switchAbove(own: readonly Leaf[], all: readonly Leaf[]): Known<boolean> | undefined {
  const off = all.find(
    ({ steps, value }) =>
      steps.length > 1 &&
      /^enabled?$/i.test(steps.at(-1) ?? '') &&
      knownValue(value)?.trim().toLowerCase() === 'false' &&
      own.every(one => steps.slice(0, -1).every((step, i) => one.steps[i] === step)),
  )
  return off && { state: 'known', value: false, at: placeOf(off.value) }
}
