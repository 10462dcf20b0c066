import { down, entries, isThere, items } from '../formats/cursor.ts'
import type { Cursor, Part } from '../formats/position.ts'
import { knownValue } from '../model/fact.ts'
import { text } from '../formats/values.ts'
import { listOf, mapOf } from '../formats/made.ts'

/** Keys and indices from the root of an object. */
export type Path = readonly (string | number)[]

/** An object as a patch changes it, and what the patch has written in it. */
export interface Patched {
  /** Undefined where the patch deletes it. */
  readonly object: Cursor | undefined
  readonly written: readonly Path[]
}

/** What a patch leaves as it was: it belongs to another place, and others use it as well. */
const inherited = (cursor: Cursor): Cursor => ({ ...cursor, origin: { ...cursor.origin, kind: 'borrowed' } })

const isNull = (cursor: Cursor): boolean => cursor.tree === undefined

/** Objects whose lists are merged item by item; those of other kinds are replaced as a whole. */
const mergesLists = (root: Cursor): boolean =>
  /^(?:v1|apps\/|batch\/)/.test(knownValue(text(down(root, 'apiVersion'))) ?? '')

/** Merges a strategic patch into an object. */
export function mergeStrategic(base: Cursor, patch: Cursor): Patched {
  const written: Path[] = []
  const byName = mergesLists(base)
  if (knownValue(text(down(patch, '$patch'))) === 'delete') return { object: undefined, written }

  const merge = (from: Cursor, over: Cursor, path: Path): Cursor => {
    if (from.tree?.kind === 'map' && over.tree?.kind === 'map' && !isThere(down(over, '$patch')))
      return mergeMaps(from, over, path)
    if (byName && from.tree?.kind === 'list' && over.tree?.kind === 'list' && items(over).every(isNamed))
      return mergeLists(from, over, path)
    // What it repeats, so that the object is found, it does not change.
    if (from.tree?.kind === 'scalar' && over.tree?.kind === 'scalar' && from.tree.text === over.tree.text)
      return inherited(from)
    written.push(path)
    return over
  }
  const mergeMaps = (from: Cursor, over: Cursor, path: Path): Cursor => {
    const own = entries(over)
    const kept = entries(from).flatMap((entry): Part[] =>
      own.some(({ name }) => name === entry.name)
        ? []
        : [{ name: entry.name, key: entry.written, cursor: inherited(entry) }],
    )
    const changed = own.flatMap((entry): Part[] => {
      const before = down(from, entry.name)
      if (isNull(entry)) {
        written.push([...path, entry.name])
        return []
      }
      return [{ name: entry.name, key: entry.written, cursor: merge(before, entry, [...path, entry.name]) }]
    })
    return mapOf(over, [...kept, ...changed], from.tree?.kind === 'map' && from.tree.open)
  }
  const mergeLists = (from: Cursor, over: Cursor, path: Path): Cursor => {
    const given = items(over)
    const before = items(from).map((item, index) => {
      const patch = given.find(one => nameOf(one) === nameOf(item))
      return patch ? merge(item, patch, [...path, index]) : inherited(item)
    })
    const names = items(from).map(nameOf)
    return listOf(over, [...before, ...given.filter(one => !names.includes(nameOf(one)))])
  }
  return { object: merge(base, patch, []), written }
}

const nameOf = (item: Cursor): string | undefined => knownValue(text(down(item, 'name')))
const isNamed = (item: Cursor): boolean => nameOf(item) !== undefined

/** Carries out a JSON patch (RFC 6902) on an object; undefined where it holds an operation that nobody reads. */
export function applyOperations(base: Cursor, operations: Cursor): Patched | undefined {
  const written: Path[] = []
  let object = base
  for (const operation of items(operations)) {
    const op = knownValue(text(down(operation, 'op')))
    const pointer = knownValue(text(down(operation, 'path')))
    if (pointer === undefined || (op !== 'add' && op !== 'replace' && op !== 'remove')) return undefined
    const path = pointer
      .split('/')
      .slice(1)
      .map(step => step.replace(/~1/g, '/').replace(/~0/g, '~'))
    const value = op === 'remove' ? undefined : down(operation, 'value')
    const changed = put(object, path, { value, over: operations, adds: op === 'add' })
    if (!changed) return undefined
    object = changed
    written.push(path.map(step => (/^\d+$/.test(step) ? Number(step) : step)))
  }
  return { object, written }
}

/** Puts a value at a path of an object; the object itself where the path leads nowhere. */
export const withValue = (base: Cursor, path: readonly string[], value: Cursor): Cursor =>
  put(base, path, { value, adds: true, over: base }) ?? base

/** What is put where. */
interface Putting {
  /** Undefined takes away what stands there. */
  readonly value: Cursor | undefined
  /** Whether it comes before what stands there, in a list. */
  readonly adds: boolean
  /** Who does it. */
  readonly over: Cursor
}

/** The object with a value at a path, or without what stands there; undefined where the path leads nowhere. */
function put(at: Cursor, path: readonly string[], putting: Putting): Cursor | undefined {
  if (path.length === 0) return putting.value
  if (at.tree?.kind === 'list') return putInList(at, path, putting)
  return at.tree === undefined || at.tree.kind === 'map' ? putInMap(at, path, putting) : undefined
}

function putInList(at: Cursor, [step = '', ...rest]: readonly string[], putting: Putting): Cursor | undefined {
  const { value, adds, over } = putting
  const all = items(at).map(inherited)
  const index = step === '-' ? all.length : Number(step)
  if (!Number.isInteger(index) || index > all.length) return undefined
  if (rest.length === 0)
    return listOf(over, [...all.slice(0, index), ...(value ? [value] : []), ...all.slice(index + (adds ? 0 : 1))])
  const inner = all[index] && put(all[index], rest, putting)
  return inner && listOf(over, all.with(index, inner))
}

function putInMap(at: Cursor, [step = '', ...rest]: readonly string[], putting: Putting): Cursor | undefined {
  const { value, over } = putting
  const parts = entries(at).map((entry): Part => ({ name: entry.name, key: entry.written, cursor: inherited(entry) }))
  const others = parts.filter(({ name }) => name !== step)
  const before = parts.find(({ name }) => name === step)
  if (rest.length === 0) return mapOf(over, value ? [...others, { name: step, key: value.key, cursor: value }] : others)
  const inner = before && put(before.cursor, rest, putting)
  return inner && mapOf(over, [...others, { name: step, key: before.key, cursor: inner }])
}
