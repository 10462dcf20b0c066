import { entries, down, isThere, items } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import { mapOf, scalarOf, textOf } from '../formats/made.ts'

/** One of the copies that a block with `count` or `for_each` stands for. */
export interface Instance {
  readonly key?: string
  readonly body: Cursor
}

const most = 100

/** The copies that a block stands for; undefined where that cannot be told. One without either is one. */
export function instancesOf(body: Cursor): Instance[] | undefined {
  const [count, each] = [down(body, 'count'), down(body, 'for_each')]
  if (isThere(count)) {
    const number = Number(textOf(count))
    if (!Number.isInteger(number)) return undefined
    return Array.from({ length: Math.min(number, most) }, (_, index) => ({
      key: String(index),
      body: bind(body, 'count', [['index', scalarOf(count, String(index))]]),
    }))
  }
  if (!isThere(each)) return [{ body }]
  return elementsOf(each)
    ?.slice(0, most)
    .map(({ key, value }) => ({
      key,
      body: bind(body, 'each', [
        ['key', scalarOf(each, key)],
        ['value', value],
      ]),
    }))
}

/** The elements of a collection with their keys; undefined where something unseen may be among them. */
export function elementsOf(collection: Cursor): { key: string; value: Cursor }[] | undefined {
  const { tree } = collection
  if (tree?.kind === 'list')
    return items(collection).map((value, index) => ({ key: textOf(value) ?? String(index), value }))
  if (tree?.kind !== 'map' || tree.open) return undefined
  return entries(collection).map(entry => ({ key: entry.name, value: entry }))
}

/** Binds a name with attributes of its own: `each.value`. */
function bind(cursor: Cursor, name: string, values: readonly (readonly [string, Cursor])[]): Cursor {
  const value = mapOf(
    { ...cursor, tree: undefined },
    values.map(([key, inner]) => ({ name: key, key: inner.key, cursor: inner })),
  )
  return cursor.document.scope?.bind(cursor, new Map([[name, value]])) ?? cursor
}

/** Blocks of a name, those of `dynamic` ones included; where nobody can tell how many there are, one in which nothing can be seen. */
export function blocks(cursor: Cursor, name: string): Cursor[] {
  const plain = down(cursor, name)
  const dynamic = down(cursor, 'dynamic', name)
  return [...listed(plain), ...listed(dynamic).flatMap(block => expand(block, name))]
}

function listed(at: Cursor): Cursor[] {
  if (at.tree?.kind === 'list') return items(at)
  return isThere(at) || at.unseen ? [at] : []
}

function expand(block: Cursor, name: string): Cursor[] {
  const elements = elementsOf(down(block, 'for_each'))
  const content = down(block, 'content')
  // To the tool it is the block of that name.
  const below = (at: Cursor): Cursor => {
    const path = at.attribute?.path.slice(0, -3)
    return at.attribute && path
      ? { ...at, attribute: { ...at.attribute, path: [...path, name], there: path.length + 1 } }
      : at
  }
  const iterator =
    block.tree?.kind === 'map' ? block.tree.entries.find(({ key }) => key === 'iterator')?.value : undefined
  const named = iterator && iterator.kind !== 'map' && iterator.kind !== 'list' ? iterator.text : name
  if (elements)
    return elements.slice(0, most).map(({ key, value }) =>
      bind(below(content), named, [
        ['key', scalarOf(value, key)],
        ['value', value],
      ]),
    )
  const { tree: _, ...unseen } = content
  return [{ ...unseen, tree: undefined, unseen: { state: 'unresolved', at: block.near, text: `dynamic "${name}"` } }]
}

/** Goes down by names of blocks; of one that stands more than once, to the first. */
export const block = (cursor: Cursor, ...names: readonly string[]): Cursor =>
  names.reduce((at, name) => blocks(at, name)[0] ?? down(at, name), cursor)

/** Goes down by names of blocks, and by that of an attribute at the end. */
export const attribute = (cursor: Cursor, ...names: readonly string[]): Cursor =>
  down(block(cursor, ...names.slice(0, -1)), names.at(-1) ?? '')
