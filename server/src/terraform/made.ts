import { isPlaceholder } from '../text/placeholder.ts'
import type { Cursor, Part } from '../formats/cursor.ts'

/** Longer texts are not put together, in UTF-16 units: what doubles with each step would take all memory. */
export const longestMade = 100_000

/** The text at a cursor, as far as it is known. */
export const textOf = ({ tree }: Cursor): string | undefined =>
  tree?.kind === 'scalar' && !tree.expression && !isPlaceholder(tree.text) ? tree.text : undefined

const spanAt = ({ tree }: Cursor): { start: number; end: number } => tree?.span ?? { start: 0, end: 0 }

/** A list that was put together; each item stands where it was written. */
export const listOf = (cursor: Cursor, values: readonly Cursor[]): Cursor => ({
  ...cursor,
  fixed: true,
  tree: { kind: 'list', span: spanAt(cursor), items: [] },
  parts: values.map(value => ({ name: '', key: value.key, cursor: value })),
})

/** A map that was put together; `open` where something unseen is part of it. Of two values of a name the last one holds. */
export const mapOf = (cursor: Cursor, parts: readonly Part[], open = false): Cursor => {
  const last = new Map(parts.map(part => [part.name, part]))
  return {
    ...cursor,
    fixed: true,
    tree: { kind: 'map', span: spanAt(cursor), entries: [], ...(open ? { open: true } : {}) },
    parts: [...last.values()],
  }
}

/** A text that was put together: it stands where it is put together. */
export const scalarOf = (cursor: Cursor, text: string): Cursor => ({
  ...cursor,
  fixed: true,
  tree: { kind: 'scalar', span: spanAt(cursor), text, quoted: true, multiline: isMultiline(cursor) },
})

/** Whether what is written at a cursor takes several lines. */
const isMultiline = ({ tree, document }: Cursor): boolean =>
  tree !== undefined && document.source.slice(tree.span.start, tree.span.end).includes('\n')
