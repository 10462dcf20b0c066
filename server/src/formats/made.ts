import { isPlaceholder } from '../text/placeholder.ts'
import type { Cursor, Part, Reference } from './position.ts'

/** Longer texts are not put together, in UTF-16 units: what doubles with each step would take all memory. */
export const longestMade = 100_000

/** The text at a cursor, as far as it is known. */
export const textOf = ({ tree }: Cursor): string | undefined =>
  tree?.kind === 'scalar' && !tree.expression && !isPlaceholder(tree.text) ? tree.text : undefined

const spanAt = ({ tree }: Cursor): { start: number; end: number } => tree?.span ?? { start: 0, end: 0 }

/** A value as a part of something that has no names for its parts. */
export const unnamed = (value: Cursor): Part => ({ name: '', key: value.key, cursor: value })

/** The same value, made of parts. */
export const madeOf = (cursor: Cursor, parts: readonly Part[]): Cursor => ({
  ...cursor,
  origin: { ...cursor.origin, parts },
})

/** The same value, with the declaration that it belongs to. */
export const belonging = (cursor: Cursor, refersTo: Reference): Cursor => ({
  ...cursor,
  origin: { ...cursor.origin, refersTo },
})

/** A value that is known only once another declaration is carried out. */
export const referred = (cursor: Cursor, refersTo: Reference): Cursor => ({
  ...cursor,
  origin: { ...cursor.origin, kind: 'referred', refersTo },
})

/** A list that was put together; each item stands where it was written. */
export const listOf = (cursor: Cursor, values: readonly Cursor[]): Cursor => ({
  ...cursor,
  tree: { kind: 'list', span: spanAt(cursor), items: [] },
  origin: { ...cursor.origin, kind: 'made', parts: values.map(unnamed) },
})

/** A map that was put together; `open` where something unseen is part of it. Of two values of a name the last one holds. */
export const mapOf = (cursor: Cursor, parts: readonly Part[], open = false): Cursor => {
  const last = new Map(parts.map(part => [part.name, part]))
  return {
    ...cursor,
    tree: { kind: 'map', span: spanAt(cursor), entries: [], ...(open ? { open: true } : {}) },
    origin: { ...cursor.origin, kind: 'made', parts: [...last.values()] },
  }
}

/** A text that was put together: it stands where it is put together. */
export const scalarOf = (cursor: Cursor, text: string, quoted = true): Cursor => ({
  ...cursor,
  origin: { ...cursor.origin, kind: 'made' },
  tree: { kind: 'scalar', span: spanAt(cursor), text, quoted, multiline: isMultiline(cursor) },
})

/** Whether what is written at a cursor takes several lines. */
const isMultiline = ({ tree, document }: Cursor): boolean =>
  tree !== undefined && document.source.slice(tree.span.start, tree.span.end).includes('\n')
