import type { Entity } from '../model/entities.ts'
import { asBoolean, asInteger, type Absent, type Fact, type Known, type Place } from '../model/fact.ts'
import type { Setting, Settings } from '../model/settings.ts'
import { isPlaceholder } from '../text/placeholder.ts'
import { down, entries, items } from './cursor.ts'
import { isWritable, placeHere, slotOf, unresolvedAt, type Cursor } from './position.ts'

/** Reads a text; placeholders, maps and lists are unresolved. */
export function text(cursor: Cursor): Fact<string> {
  const { tree } = cursor
  if (!tree) return cursor.unseen ?? absentAt(cursor)
  if (tree.kind !== 'scalar' || isPlaceholder(tree.text)) return unresolvedAt(cursor, tree)
  const [value, at] = [tree.text, placeHere(cursor)]
  return isWritable(cursor) ? { state: 'known', value, at, slot: slotOf(cursor) } : { state: 'known', value, at }
}

/** Reads an integer. */
export const integer = (cursor: Cursor): Fact<number> => asInteger(text(cursor))

/** Reads a boolean. */
export const boolean = (cursor: Cursor): Fact<boolean> => asBoolean(text(cursor))

/** The switch by which a block says of itself that it is off, as parts of charts and of programs do; undefined where it says no such thing. */
export function switchedOffBy(block: Cursor): Known<boolean> | undefined {
  for (const key of ['enabled', 'enable']) {
    const value = fixed(boolean(down(block, key)))
    if (value.state === 'known' && !value.value) return value
  }
  return undefined
}

/** What stands in a block with the switch that turns that off, where one does. */
export const turnedOff = <E extends Entity>(entities: readonly E[], off: Known<boolean> | undefined): readonly E[] =>
  off ? entities.map(entity => ({ ...entity, off })) : entities

/** Reads a list of texts; one that holds anything else is unresolved. */
export function texts(cursor: Cursor): Fact<readonly string[]> {
  const { tree } = cursor
  if (!tree) return cursor.unseen ?? absentAt(cursor)
  const values =
    tree.kind === 'list'
      ? items(cursor).map(item =>
          item.tree?.kind === 'scalar' && !isPlaceholder(item.tree.text) ? item.tree.text : undefined,
        )
      : [undefined]
  const at = cursor.key ?? placeHere(cursor)
  return values.includes(undefined)
    ? unresolvedAt(cursor, tree)
    : { state: 'known', value: values as string[], at, ...(isWritable(cursor) ? { slot: slotOf(cursor) } : {}) }
}

/** Reads a map of settings; nested maps are left out. */
export function settings(cursor: Cursor, near: Place = cursor.near): Settings {
  const all = entries(cursor).flatMap((entry): Setting[] => {
    const value = text(entry)
    return value.state === 'absent' || entry.written === undefined || entry.tree?.kind === 'map'
      ? []
      : [{ key: entry.name, keyPlace: entry.written, value }]
  })
  const { tree } = cursor
  const open =
    cursor.unseen ??
    (tree && (tree.kind === 'unresolved' || (tree.kind === 'map' && tree.open))
      ? unresolvedAt(cursor, tree)
      : undefined)
  return { all, near, ...(isWritable(cursor) ? { slot: slotOf(cursor) } : {}), ...(open ? { open } : {}) }
}

/** Reads a list of maps that each hold a name and a value, as containers have their variables. */
export function namedValues(cursor: Cursor): Settings {
  const all = items(cursor).flatMap((item): Setting[] => {
    const [name, value] = [text(down(item, 'name')), text(down(item, 'value'))]
    return name.state === 'known' && value.state !== 'absent' ? [{ key: name.value, keyPlace: name.at, value }] : []
  })
  return { all, near: cursor.near, refers: 'secret', ...(cursor.unseen ? { open: cursor.unseen } : {}) }
}

/** The value of a setting as it would be had it been absent: for settings that only exist beside others. */
const absentAt = (cursor: Cursor): Absent =>
  isWritable(cursor)
    ? { state: 'absent', near: cursor.near, slot: slotOf(cursor) }
    : { state: 'absent', near: cursor.near }

/** A fact that no writer changes: elsewhere more would have to change with it. */
export function fixed<T>(fact: Fact<T>): Fact<T> {
  if (fact.state === 'unresolved') return fact
  const { slot: _, ...rest } = fact
  return rest
}

/** Settings that no writer changes. */
export function fixedSettings({ slot: _, ...bag }: Settings): Settings {
  return { ...bag, all: bag.all.map(one => ({ ...one, value: fixed(one.value) as Setting['value'] })) }
}
