import { asBoolean, asInteger, type Absent, type Fact, type Known, type Place, type Slot, type Unresolved } from '../model/fact.ts'
import type { Setting, Settings } from '../model/settings.ts'
import type { Entry, Tree } from '../syntax/tree.ts'
import { shift, type Span } from '../text/span.ts'
import { isPlaceholder } from '../text/placeholder.ts'

/** A position in a document's tree, also where nothing is written yet; every reading of a format goes through it. */
export interface Cursor {
  readonly file: string
  /** Offset of the document in its file. */
  readonly document: number
  readonly tree: Tree | undefined
  /** The key that leads here; a value that spans lines is reported there. */
  readonly key: Place | undefined
  /** Where an absent value is reported. */
  readonly near: Place
  readonly path: Slot['path']
  /** No writer may change what stands here: it is borrowed from elsewhere. */
  readonly fixed: boolean
  /** Set when a template above may supply what is not seen here. */
  readonly unseen: Unresolved | undefined
}

/** Starts at the root of a document. */
export const startAt = (file: string, document: number, tree: Tree | undefined): Cursor => ({
  file,
  document,
  tree,
  key: undefined,
  near: { file, span: { start: document, end: document } },
  path: [],
  fixed: false,
  unseen: undefined,
})

/** Goes down by keys and indices; a step that is not there leads to an absent cursor. */
export function down(cursor: Cursor, ...steps: readonly (string | number)[]): Cursor {
  let at = cursor
  for (const step of steps) at = typeof step === 'number' ? toItem(at, step) : toEntry(at, step)
  return at
}

/** The same cursor, reporting absent values at another place. */
export const reportingAt = (cursor: Cursor, near: Place): Cursor => ({ ...cursor, near })

function toEntry(from: Cursor, key: string): Cursor {
  const { tree } = from
  const entry = tree?.kind === 'map' ? tree.entries.findLast(candidate => candidate.key === key) : undefined
  if (entry) return enter(from, entry)
  const unseen = from.unseen ?? (tree && (tree.kind === 'unresolved' || (tree.kind === 'map' && tree.open)) ? unresolvedAt(from, tree) : undefined)
  return { ...from, tree: undefined, key: undefined, path: [...from.path, key], unseen }
}

function enter(from: Cursor, entry: Entry): Cursor {
  return { ...from, tree: entry.value, key: place(from, entry.keySpan), path: [...from.path, entry.key], fixed: from.fixed || entry.borrowed === true, unseen: undefined }
}

function toItem(from: Cursor, index: number): Cursor {
  const item = from.tree?.kind === 'list' ? from.tree.items[index] : undefined
  return { ...from, tree: item, path: [...from.path, index], key: item ? from.key : undefined, unseen: from.unseen }
}

/** The entries of a map, in their order; none where there is no map. */
export const entries = (cursor: Cursor): (Cursor & { readonly name: string })[] => (cursor.tree?.kind === 'map' ? cursor.tree.entries.map(entry => ({ ...enter(cursor, entry), name: entry.key })) : [])

/** The items of a list, in their order; none where there is no list. */
export const items = (cursor: Cursor): Cursor[] => (cursor.tree?.kind === 'list' ? cursor.tree.items.map((_, index) => toItem(cursor, index)) : [])

/** Whether anything is written here. */
export const isThere = (cursor: Cursor): boolean => cursor.tree !== undefined || cursor.key !== undefined

/** Reads a text; placeholders, maps and lists are unresolved. */
export function text(cursor: Cursor): Fact<string> {
  const { tree } = cursor
  if (!tree) return cursor.unseen ?? absentAt(cursor)
  if (tree.kind !== 'scalar' || isPlaceholder(tree.text)) return unresolvedAt(cursor, tree)
  const known: Known<string> = { state: 'known', value: tree.text, at: placeHere(cursor) }
  return cursor.fixed ? known : { ...known, slot: slotOf(cursor) }
}

/** Reads an integer. */
export const integer = (cursor: Cursor): Fact<number> => asInteger(text(cursor))

/** Reads a boolean. */
export const boolean = (cursor: Cursor): Fact<boolean> => asBoolean(text(cursor))

/** Reads a list of texts; one that holds anything else is unresolved. */
export function texts(cursor: Cursor): Fact<readonly string[]> {
  const { tree } = cursor
  if (!tree) return cursor.unseen ?? absentAt(cursor)
  const values = tree.kind === 'list' ? tree.items.map(item => (item.kind === 'scalar' && !isPlaceholder(item.text) ? item.text : undefined)) : [undefined]
  const at = cursor.key ?? placeHere(cursor)
  return values.includes(undefined) ? unresolvedAt(cursor, tree) : { state: 'known', value: values as string[], at, slot: slotOf(cursor) }
}

/** Reads a map of settings; nested maps are left out. */
export function settings(cursor: Cursor, near: Place = cursor.near): Settings {
  const all = entries(cursor).flatMap((entry): Setting[] => {
    const value = text(entry)
    return value.state === 'absent' || entry.key === undefined || entry.tree?.kind === 'map' ? [] : [{ key: entry.name, keyPlace: entry.key, value }]
  })
  const { tree } = cursor
  const open = cursor.unseen ?? (tree && (tree.kind === 'unresolved' || (tree.kind === 'map' && tree.open)) ? unresolvedAt(cursor, tree) : undefined)
  return { all, near, ...(cursor.fixed ? {} : { slot: slotOf(cursor) }), ...(open ? { open } : {}) }
}

/** The value of a setting as it would be had it been absent: for settings that only exist beside others. */
export const absentAt = (cursor: Cursor): Absent => (cursor.fixed ? { state: 'absent', near: cursor.near } : { state: 'absent', near: cursor.near, slot: slotOf(cursor) })

/** The place of what stands here: on one line, so a map, a list and a text of several lines are shown by their key. */
export function placeHere(cursor: Cursor): Place {
  const { tree } = cursor
  const onOneLine = tree !== undefined && tree.kind !== 'map' && tree.kind !== 'list' && !(tree.kind === 'scalar' ? tree.multiline : tree.text.includes('\n'))
  return onOneLine ? place(cursor, tree.span) : (cursor.key ?? cursor.near)
}

/** Where a span of the cursor's document lies in the file. */
const place = (cursor: Cursor, span: Span): Place => ({ file: cursor.file, span: shift(span, cursor.document) })

/** The stretch of the file that a cursor's value takes, its key included. */
export function extentOf(cursor: Cursor): Span {
  const start = cursor.key?.span.start ?? (cursor.tree ? cursor.tree.span.start + cursor.document : cursor.near.span.start)
  return { start, end: cursor.tree ? cursor.tree.span.end + cursor.document : start }
}

const slotOf = (cursor: Cursor): Slot => ({ file: cursor.file, document: cursor.document, path: cursor.path })

function unresolvedAt(cursor: Cursor, tree: Tree): Unresolved {
  const written = tree.kind === 'scalar' || tree.kind === 'unresolved' ? tree.text : ''
  return { state: 'unresolved', at: placeHere({ ...cursor, tree }), text: written }
}
