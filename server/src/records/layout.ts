import { cellDeclarations, cellNames, articles, cellsOf, type CellName, type Role } from './cells.ts'
import type { Activity, ProcessingRecord, UnreadPlace, Value } from './record.ts'
import { compareTexts } from '../text/order.ts'
import { placeKey } from '../model/fact.ts'
import { sayingOf } from './saying.ts'
import { english } from './words/en.ts'
import type { Words } from './words/words.ts'

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

/** What several activities, but not all, say alike. */
export interface Share {
  /** By which it is referred to: `A`. */
  readonly label: string
  readonly activities: readonly Activity[]
  readonly lines: readonly Line[]
}

/** The record as people read it: what all activities share once, then what each has of its own, then what is missing. */
export interface Layout {
  readonly common: readonly Line[]
  readonly shares: readonly Share[]
  readonly activities: readonly {
    readonly activity: Activity
    readonly lines: readonly Line[]
    /** The labels of what it shares with some others. */
    readonly shares: readonly string[]
    /** The fields of which nothing is said but that they are missing. */
    readonly blanks: readonly CellName[]
  }[]
  readonly gaps: readonly Gap[]
  /** The owners of providers whose contract party somebody has to name. */
  readonly owners: readonly string[]
}

/** Lays a record out. A value that all activities share is written once; whatever is missing stands in its list, and only there where it is nothing but the field itself. */
export function layoutOf({ activities }: ProcessingRecord): Layout {
  const { shared, groups } = sharedBy(activities)
  const linesOf = ({ role, cells }: Activity, wanted: (cell: CellName, value: Value) => boolean): Line[] =>
    cellsOf(role).flatMap(cell => {
      const values = cells[cell].filter(
        value => !isListedOnly(value) && !isRepeated(cell, value, cells, role) && wanted(cell, value),
      )
      return values.length === 0 ? [] : [{ cell, article: articles[role][cell] ?? '', values }]
    })
  /** What several say alike, with the places of all. */
  const linesOfAll = ([one, ...others]: readonly Activity[], keys: ReadonlySet<string>): Line[] =>
    one === undefined
      ? []
      : linesOf(one, (cell, value) => keys.has(keyOf(one.role, cell, value))).map(line => ({
          ...line,
          values: line.values.map(value => ({
            ...value,
            places: [
              ...value.places,
              ...others.flatMap(({ role, cells }) =>
                cells[line.cell].flatMap(other =>
                  keyOf(role, line.cell, other) === keyOf(one.role, line.cell, value) ? other.places : [],
                ),
              ),
            ],
          })),
        }))
  const shares = groups.flatMap(({ members, keys }, index): Share[] => {
    const lines = linesOfAll(members, keys)
    return lines.length === 0 ? [] : [{ label: String.fromCharCode(65 + index), activities: members, lines }]
  })
  const isElsewhere = (activity: Activity, key: string): boolean =>
    shared.has(key) || groups.some(({ members, keys }) => keys.has(key) && members.includes(activity))
  return {
    shares,
    common: linesOfAll(activities, shared),
    activities: activities.map(activity => ({
      activity,
      lines: linesOf(activity, (cell, value) => !isElsewhere(activity, keyOf(activity.role, cell, value))),
      blanks: cellsOf(activity.role).filter(cell => activity.cells[cell].some(isBlank)),
      shares: shares.flatMap(({ label, activities: members }) => (members.includes(activity) ? [label] : [])),
    })),
    gaps: gapsOf(activities),
    owners: [...new Set(activities.flatMap(({ partiesMissing }) => partiesMissing))].sort(compareTexts),
  }
}

/** Places that were not read, those of one folder for one reason as one row where they are many. */
export function unreadRows(unread: readonly UnreadPlace[], words: Words): UnreadPlace[] {
  const alike = new Map<string, UnreadPlace[]>()
  for (const one of unread) {
    const key = `${one.place.slice(0, one.place.lastIndexOf('/') + 1)} ${one.why}`
    addTo(alike, key, one)
  }
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (!first) return []
    return others.length < mostAlike
      ? [first, ...others]
      : [{ ...first, place: `${first.place}, ${words.more(others.length)}` }]
  })
}

/** Adds one more to those of a key. */
function addTo<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const list = lists.get(key)
  if (list) list.push(one)
  else lists.set(key, [one])
}

/** So many places alike a reader can follow. */
const mostAlike = 3

/** Controllers and processors are asked different things under one name. */
const keyOf = (role: Role, cell: CellName, value: Value): string => `${role} ${cell} ${sayingOf(value)}`

/** Nothing but that the field is missing: its list says it. */
const isBlank = (value: Value): boolean =>
  value.basis === 'missing' && value.places.length === 0 && sayingOf(value) === english.toBeDeclared

/** What the list of what is missing says of each activity by its name. */
const isListedOnly = (value: Value): boolean =>
  isBlank(value) ||
  (value.basis === 'missing' && (value.isListed === true || sayingOf(value) === english.assessmentNoSign))

/** Where data lies that recipients or transfers already name with the same place is not said again. */
function isRepeated(cell: CellName, { places: [at] }: Value, cells: Activity['cells'], role: Role): boolean {
  const key = at && placeKey(at)
  return (
    cell === 'location' &&
    key !== undefined &&
    [...(articles[role].recipients === undefined ? [] : cells.recipients), ...cells.transfers].some(
      ({ places: [other] }) => other !== undefined && placeKey(other) === key,
    )
  )
}

/** Values that the same activities say. */
interface Group {
  readonly members: readonly Activity[]
  readonly keys: ReadonlySet<string>
}

/** So many values several activities must share for them to be written once; and so many groups a reader can follow. */
const [leastShared, mostGroups] = [3, 26]

/** The values that each of several activities has, and those that the same ones of them have. */
function sharedBy(activities: readonly Activity[]): { shared: ReadonlySet<string>; groups: readonly Group[] } {
  if (activities.length < 2) return { shared: new Set(), groups: [] }
  const sayers = sayersOf(activities)
  const groups = new Map<string, { members: readonly Activity[]; keys: Set<string> }>()
  for (const [key, sayersOfIt] of sayers) {
    if (sayersOfIt.length < 2 || sayersOfIt.length === activities.length) continue
    const who = sayersOfIt.join()
    const members = sayersOfIt.flatMap(index => activities[index] ?? [])
    groups.set(who, { members, keys: (groups.get(who)?.keys ?? new Set<string>()).add(key) })
  }
  return {
    shared: new Set([...sayers].flatMap(([key, all]) => (all.length === activities.length ? [key] : []))),
    groups: [...groups.values()].filter(({ keys }) => keys.size >= leastShared).slice(0, mostGroups),
  }
}

/** By what is said, the numbers of the activities that say it. */
function sayersOf(activities: readonly Activity[]): ReadonlyMap<string, readonly number[]> {
  const sayers = new Map<string, number[]>()
  for (const [index, { role, cells }] of activities.entries()) {
    const said = cellsOf(role).flatMap(cell =>
      cells[cell].flatMap(one =>
        isListedOnly(one) || isRepeated(cell, one, cells, role) ? [] : [keyOf(role, cell, one)],
      ),
    )
    for (const key of new Set(said)) addTo(sayers, key, index)
  }
  return sayers
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
    addTo(gaps, isBlank(one.value) ? `${one.role} ${one.cell}` : `${one.cell} ${sayingOf(one.value)}`, one)
  }
  return [...gaps.values()]
    .sort(([a], [b]) => cellNames.indexOf(a?.cell ?? 'controller') - cellNames.indexOf(b?.cell ?? 'controller'))
    .flatMap(all => all.slice(0, 1).map(({ cell, role, value }) => ({ cell, role, value, all })))
    .map(({ cell, role, value, all }) => ({
      cell,
      role,
      ...(isBlank(value) ? {} : { value }),
      activities: all.length === activities.length && all.length > 1 ? [] : all.map(({ activity }) => activity),
      ...declarationOf(cell, value),
    }))
}

const declarationOf = (cell: CellName, value: Value): Pick<Gap, 'declaration'> => {
  const declaration = value.declaration ?? cellDeclarations[cell]
  return declaration === undefined ? {} : { declaration }
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
