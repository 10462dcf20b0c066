import { cellDeclarations, cellNames, articles, cellsOf, type CellName, type Role } from './cells.ts'
import type { Activity, ProcessingRecord, Value } from './record.ts'
import { compareTexts } from '../text/order.ts'
import { placeKey } from '../model/fact.ts'
import { english } from './words/en.ts'

/** A field of the record with its values. */
export interface Line {
  readonly cell: CellName
  /** As the law cites it; empty where none asks. */
  readonly article: string
  readonly values: readonly Value[]
}

/** A list of what somebody has to declare: a field, and the activities or the things for which it is missing. */
export interface Gap {
  readonly cell: CellName
  readonly role: Role
  /** What is missing in it, where that is more than the field itself. */
  readonly value?: Value
  /** Names of activities; empty where it is missing for all. */
  readonly activities: readonly string[]
  /** Where in the configuration it is declared. */
  readonly declaration?: string
}

/** The record as people read it: what all activities share once, then what each has of its own, then what is missing. */
export interface Layout {
  readonly common: readonly Line[]
  readonly activities: readonly { readonly activity: Activity; readonly lines: readonly Line[] }[]
  readonly gaps: readonly Gap[]
  /** The owners of providers whose contract party somebody has to name. */
  readonly owners: readonly string[]
}

/** Lays a record out. A value that all activities share is written once; whatever is missing stands in its list, and only there where it is nothing but the field itself. */
export function layoutOf({ activities }: ProcessingRecord): Layout {
  const shared = sharedBy(activities)
  const [first] = activities
  const linesOf = ({ role, cells }: Activity, wanted: (cell: CellName, value: Value) => boolean): Line[] =>
    cellsOf(role).flatMap(cell => {
      const values = cells[cell].filter(
        value => !isBlank(value) && !isRepeated(cell, value, cells) && wanted(cell, value),
      )
      return values.length === 0 ? [] : [{ cell, article: articles[role][cell] ?? '', values }]
    })
  return {
    common: first ? linesOf(first, (cell, value) => shared.has(keyOf(cell, value))) : [],
    activities: activities.map(activity => ({
      activity,
      lines: linesOf(activity, (cell, value) => !shared.has(keyOf(cell, value))),
    })),
    gaps: gapsOf(activities),
    owners: [
      ...new Set(
        activities.flatMap(({ destinations }) => destinations.flatMap(({ provider }) => provider?.short ?? [])),
      ),
    ].sort(compareTexts),
  }
}

const keyOf = (cell: CellName, value: Value): string => `${cell} ${value.text(english)}`

/** Nothing but that the field is missing: its list says it. */
const isBlank = ({ basis, places, text }: Value): boolean =>
  basis === 'missing' && places.length === 0 && text(english) === english.toBeDeclared

/** Where data lies that recipients or transfers already name with the same place is not said again. */
function isRepeated(cell: CellName, { places: [at] }: Value, { recipients, transfers }: Activity['cells']): boolean {
  const key = at && placeKey(at)
  return (
    cell === 'location' &&
    key !== undefined &&
    [...recipients, ...transfers].some(({ places: [other] }) => other !== undefined && placeKey(other) === key)
  )
}

/** The values that each of several activities of one role has. */
function sharedBy(activities: readonly Activity[]): ReadonlySet<string> {
  if (activities.length < 2 || new Set(activities.map(({ role }) => role)).size > 1) return new Set()
  const count = new Map<string, number>()
  for (const { cells } of activities)
    for (const cell of cellNames)
      for (const value of cells[cell]) count.set(keyOf(cell, value), (count.get(keyOf(cell, value)) ?? 0) + 1)
  return new Set([...count].flatMap(([key, times]) => (times === activities.length ? [key] : [])))
}

/** A value that somebody has to declare, of an activity. */
interface Missing {
  readonly cell: CellName
  readonly role: Role
  readonly activity: string
  readonly value: Value
}

function gapsOf(activities: readonly Activity[]): Gap[] {
  const gaps = new Map<string, Missing[]>()
  for (const one of activities.flatMap(missingIn)) {
    const key = isBlank(one.value) ? `${one.role} ${one.cell}` : keyOf(one.cell, one.value)
    gaps.set(key, [...(gaps.get(key) ?? []), one])
  }
  return [...gaps.values()]
    .sort(([a], [b]) => cellNames.indexOf(a?.cell ?? 'controller') - cellNames.indexOf(b?.cell ?? 'controller'))
    .flatMap(all => all.slice(0, 1).map(({ cell, role, value }) => ({ cell, role, value, all })))
    .map(({ cell, role, value, all }) => ({
      cell,
      role,
      ...(isBlank(value) ? {} : { value }),
      activities: all.length === activities.length && all.length > 1 ? [] : all.map(({ activity }) => activity),
      ...(cellDeclarations[cell] === undefined ? {} : { declaration: cellDeclarations[cell] ?? '' }),
    }))
}

/** What is missing in an activity. Where something is, and whether it is a transfer, is settled by one declaration and told once. */
const missingIn = ({ name, role, cells }: Activity): Missing[] =>
  cellsOf(role).flatMap(cell =>
    cells[cell]
      .filter(({ basis, places }) => {
        const placed = (cell === 'location' || cell === 'recipients') && places.length > 0
        return basis === 'missing' && !placed
      })
      .map(value => ({ cell, role, activity: name, value })),
  )
