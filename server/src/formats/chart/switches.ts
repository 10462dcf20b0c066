import { entriesOf } from '../../text/list.ts'
import { knownValue, type Known } from '../../model/fact.ts'
import { down, entries, isThere, items } from '../cursor.ts'
import { mapOf, textOf } from '../made.ts'
import { placeHere, type Cursor } from '../position.ts'
import { boolean, fixed, switchedOffBy } from '../values.ts'
import { layered, partOf, put, type ValueAt } from './values.ts'

/**
 * Values that Helm puts over those that a chart comes with, as far as that decides what is on: what they switch on
 * holds what the chart says of it, and what they do not switch on stays off. The same cursor where that changes
 * nothing: all else of the chart is told where the chart says it. `below` are the values of charts that it brings along.
 */
export function switched(
  over: Cursor,
  own: Cursor | undefined,
  below: ReadonlyMap<string, Cursor | undefined> = new Map(),
): Cursor {
  if (over.tree?.kind !== 'map') return over
  const off = own && ['enabled', 'enable'].find(key => knownValue(boolean(down(own, key))) === false)
  if (own && off !== undefined) {
    const told = down(over, off)
    if (!isThere(told)) return withSwitch(over, off, down(own, off))
    return knownValue(boolean(told)) === true ? put(usedAt(own, told), over) : over
  }
  const parts = entries(over).map(entry => {
    const said = own && down(own, entry.name)
    const comes = below.get(entry.name)
    const first = said && isThere(said) ? switched(entry, said) : entry
    return { entry, now: comes ? switched(first, comes) : first }
  })
  return parts.some(({ entry, now }) => now !== entry)
    ? mapOf(
        over,
        parts.map(({ entry, now }) => partOf(entry, now)),
        over.tree.open,
      )
    : over
}

/** The values of a chart, as what uses them where they are switched on. */
const usedAt = (own: Cursor, told: Cursor): Cursor => ({
  ...own,
  origin: { ...own.origin, usedBy: placeHere(told) },
})

/** A block with a switch that stands elsewhere. */
const withSwitch = (block: Cursor, name: string, told: Cursor): Cursor =>
  mapOf(
    block,
    [...entries(block).map(entry => partOf(entry, entry)), { name, key: told.key, cursor: told }],
    block.tree?.kind === 'map' && block.tree.open,
  )

/** Another chart that one brings along. */
export interface Dependency {
  /** The name of the block of values that it gets. */
  readonly name: string
  readonly chart: string
  /** Where it comes from: `file://../kafka`. */
  readonly repository: string
  /** The paths of its switches; the first that somebody sets counts. */
  readonly conditions: readonly (readonly string[])[]
  /** The groups that it is switched with, where none of those is set. */
  readonly tags: readonly string[]
}

/** The charts that a chart says it brings along. */
export const dependenciesIn = (chart: Cursor): Dependency[] =>
  items(down(chart, 'dependencies')).flatMap(one => {
    const [name, alias, repository, condition] = ['name', 'alias', 'repository', 'condition'].map(key =>
      textOf(down(one, key)),
    )
    return name === undefined
      ? []
      : [
          {
            name: alias ?? name,
            chart: name,
            repository: repository ?? '',
            conditions: entriesOf(condition ?? '').map(path => path.split('.')),
            tags: items(down(one, 'tags')).flatMap(tag => textOf(tag) ?? []),
          },
        ]
  })

/** Whether a chart that is brought along is on, as Helm tells it, and by which switch; unresolved where another tool decides, or a switch is no boolean. */
export function stateOf({ conditions, tags }: Dependency, valueAt: ValueAt): { on: boolean | undefined; by?: Cursor } {
  const by = conditions.map(path => valueAt(path)).find(isThere)
  if (by) return { on: knownValue(boolean(by)), by }
  const told = tags.map(tag => valueAt(['tags', tag])).filter(isThere)
  const [first] = told
  if (!first) return { on: true }
  const on = told.find(one => knownValue(boolean(one)) === true)
  if (on) return { on: true, by: on }
  return { on: told.every(one => knownValue(boolean(one)) === false) ? false : undefined, by: first }
}

/** Values with what belongs to charts that are switched elsewhere in them: what the chart says of one that they switch on, and the switch of one that stays off. */
export function withDependencies(over: Cursor, own: Cursor, all: readonly Dependency[]): Cursor {
  const alone: ValueAt = path => down(own, ...path)
  const news = new Map<string, Cursor>()
  for (const one of all) {
    const [block, said] = [down(over, one.name), down(own, one.name)]
    const [before, now] = [stateOf(one, alone), stateOf(one, layered(alone, over))]
    if (now.on === true && before.on === false && now.by && said.tree?.kind === 'map' && !switchedOffBy(said))
      news.set(one.name, put(usedAt(said, now.by), isThere(block) ? block : emptyAt(now.by)))
    else if (now.on === false && now.by && block.tree?.kind === 'map' && !switchedOffBy(block))
      news.set(one.name, withSwitch(block, 'enabled', now.by))
  }
  if (news.size === 0) return over
  const kept = entries(over).filter(({ name }) => !news.has(name))
  const parts = [...news].map(([name, cursor]) => ({ name, key: cursor.key, cursor }))
  return mapOf(
    over,
    [...kept.map(entry => partOf(entry, entry)), ...parts],
    over.tree?.kind === 'map' && over.tree.open,
  )
}

/** A block that is not written: what makes it be there stands for it. */
const emptyAt = (by: Cursor): Cursor => ({
  ...by,
  tree: { kind: 'map', span: by.tree?.span ?? { start: 0, end: 0 }, entries: [] },
})

/** A switch as the fact that something is off. */
export function switchedOffAt(by: Cursor): Known<boolean> | undefined {
  const value = fixed(boolean(by))
  return value.state === 'known' ? value : undefined
}
