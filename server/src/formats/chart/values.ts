import type { Tree } from '../../syntax/tree.ts'
import type { Uri } from '../../text/uri.ts'
import { down, entries, isThere, items } from '../cursor.ts'
import { mapOf } from '../made.ts'
import type { Cursor, Part } from '../position.ts'

/** What the values of a chart say at a path; whether anything stands there may be asked without using it. */
export type ValueAt = (path: readonly string[], unused?: true) => Cursor

/** The values that a chart comes with, as far as all files of values beside it leave them alone; what one says otherwise cannot be told. */
export const agreed =
  (own: Cursor, others: readonly Cursor[], split: (file: Uri) => void): ValueAt =>
  path =>
    others.reduce(
      (value, other) => {
        const given = down(other, ...path)
        return isThere(given) ? both(value, given, () => split(other.document.file)) : value
      },
      down(own, ...path),
    )

/** The values that one of those files puts over them, as Helm does it, and else what all of them leave alone. */
export const layered =
  (rest: ValueAt, over: Cursor): ValueAt =>
  path =>
    put(rest(path), down(over, ...path))

/** Somebody else decides as well: no writer changes what stands in one place alone. */
const shared = (cursor: Cursor): Cursor => ({ ...cursor, origin: { ...cursor.origin, kind: 'borrowed' } })

/** What cannot be told of a value. */
function unknown(cursor: Cursor): Cursor {
  const span = cursor.tree?.span ?? { start: 0, end: 0 }
  return { ...cursor, tree: { kind: 'unresolved', span, text: '' } }
}

function both(one: Cursor, other: Cursor, differs: () => void): Cursor {
  if (one.tree?.kind === 'map' && other.tree?.kind === 'map') {
    const kept = entries(one).map((entry): Part => {
      const given = down(other, entry.name)
      return partOf(entry, isThere(given) ? both(entry, given, differs) : entry)
    })
    const names = new Set(kept.map(({ name }) => name))
    const more = entries(other).some(({ name }) => !names.has(name))
    if (more) differs()
    return mapOf(one, kept, more || one.tree.open)
  }
  if (isAlike(one.tree, other.tree)) return shared(one)
  differs()
  return unknown(isThere(one) ? one : other)
}

/** Values put over others, as Helm does it. */
export function put(own: Cursor, over: Cursor): Cursor {
  if (!isThere(over)) return own
  if (own.tree?.kind !== 'map' || over.tree?.kind !== 'map') return over
  const above = entries(over)
  const names = new Set(above.map(({ name }) => name))
  const kept = entries(own).filter(({ name }) => !names.has(name))
  return mapOf(
    over,
    [
      ...kept.map(entry => partOf(entry, entry)),
      ...above.map(entry => partOf(entry, put(down(own, entry.name), entry))),
    ],
    own.tree.open,
  )
}

/** An entry of a map as a part of another one. */
export const partOf = ({ name, written }: ReturnType<typeof entries>[number], cursor: Cursor): Part => ({
  name,
  key: written,
  cursor,
})

/** Whether two values say the same. */
function isAlike(one: Tree | undefined, other: Tree | undefined): boolean {
  if (one?.kind === 'scalar') return other?.kind === 'scalar' && one.text === other.text
  if (one?.kind === 'list')
    return (
      other?.kind === 'list' &&
      one.items.length === other.items.length &&
      one.items.every((item, index) => isAlike(item, other.items[index]))
    )
  if (one?.kind !== 'map' || other?.kind !== 'map' || one.entries.length !== other.entries.length) return false
  return one.entries.every(({ key, value }) => {
    const same = other.entries.find(entry => entry.key === key)
    return same !== undefined && isAlike(value, same.value)
  })
}

/** Whether Helm takes a value for nothing: a chart that comes with it waits for somebody's own. */
export const isEmpty = (cursor: Cursor): boolean => {
  const { tree } = cursor
  if (tree === undefined) return true
  if (tree.kind === 'scalar') return tree.text === '' || (!tree.quoted && /^(?:null|~)$/i.test(tree.text))
  if (tree.kind === 'list') return items(cursor).length === 0
  return tree.kind === 'map' && !tree.open && entries(cursor).length === 0
}
