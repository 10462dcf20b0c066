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

/** The switches of a document that turn off all that stands beside and below them (`kafka.enabled: false`), by what they stand in; of one written twice, the first. */
export type Switches = ReadonlyMap<string, { readonly off: Known<boolean>; readonly nth: number }>

/** The switches among the values of a document, found once for all that they may turn off. */
export function switchesAmong(leaves: readonly Leaf[]): Switches {
  const found = new Map<string, { readonly off: Known<boolean>; readonly nth: number }>()
  for (const { steps, value } of leaves) {
    if (steps.length < 2 || knownValue(value)?.trim().toLowerCase() !== 'false') continue
    if (!/^enabled?$/i.test(steps.at(-1) ?? '')) continue
    const above = pathKey(steps.slice(0, -1))
    if (!found.has(above))
      found.set(above, { off: { state: 'known', value: false, at: placeOf(value) }, nth: found.size })
  }
  return found
}

const pathKey = (steps: readonly string[]): string => steps.join('\0')

/** The switch above all of some settings that turns them off; of several the one that stands first. */
export function switchAbove([first, ...others]: readonly Leaf[], switches: Switches): Known<boolean> | undefined {
  if (!first || switches.size === 0) return undefined
  const apart = first.steps.findIndex((step, i) => others.some(({ steps }) => steps[i] !== step))
  const common = apart < 0 ? first.steps : first.steps.slice(0, apart)
  const [found] = common
    .flatMap((_, i) => switches.get(pathKey(common.slice(0, i + 1))) ?? [])
    .sort((one, other) => one.nth - other.nth)
  return found?.off
}
