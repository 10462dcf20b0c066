import { syntaxes, type SyntaxName } from '../syntax/syntaxes.ts'
import type { Embedded } from '../text/embedded.ts'
import {
  asBoolean,
  asInteger,
  type Absent,
  type Address,
  type Fact,
  type Known,
  type Place,
  type Slot,
  type Unresolved,
} from '../model/fact.ts'
import type { Setting, Settings } from '../model/settings.ts'
import { expressionOf } from '../syntax/expression.ts'
import type { Entry, Tree } from '../syntax/tree.ts'
import { shift, type Span } from '../text/span.ts'
import { isPlaceholder } from '../text/placeholder.ts'
import type { Uri } from '../text/uri.ts'

/** A document as it is being read. */
export interface Document {
  readonly file: Uri
  readonly syntax: SyntaxName
  readonly source: string
  /** Its offset in its file, or in the text that holds it. */
  readonly start: number
  /** Set on a document inside another one: the scalar that holds it. */
  readonly host?: { readonly document: Document; readonly slot: Slot; readonly text: Embedded }
  /** Set on languages that work values out. */
  readonly scope?: DocumentScope
}

/** The names that hold in a document, and what they lead to. */
export interface DocumentScope {
  /** Goes on to where a value really stands; the cursor itself where that cannot be told. */
  resolve(cursor: Cursor): Cursor
  /** The same cursor with further names. */
  bind(cursor: Cursor, names: ReadonlyMap<string, Cursor>): Cursor
}

/** A position in a document's tree, also where nothing is written yet; every reading of a format goes through it. */
export interface Cursor {
  readonly document: Document
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
  /** What uses the value that stands here, when it is used elsewhere. */
  readonly usedBy?: Place
  /** Set on what was put together: its values stand in several places; of a text, what it was made of. */
  readonly parts?: readonly Part[]
  /** Set on a value that is known only once another declaration is carried out. */
  readonly refersTo?: Reference
}

/** A value of another declaration. */
export interface Reference {
  readonly type: string
  readonly attribute: string
  readonly body: Cursor
  /** Where its region is written. */
  region(): Cursor
}

/** A value of a collection that was put together; items have no name of their own. */
export interface Part {
  readonly name: string
  /** The key as it is written, where one is. */
  readonly key: Place | undefined
  readonly cursor: Cursor
}

/** Starts at the root of a document. */
export const startAt = (document: Document, tree: Tree | undefined): Cursor => ({
  document,
  tree,
  key: undefined,
  near: locate(document, { start: 0, end: 0 }),
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
  const part = from.parts?.findLast(({ name }) => name === key)
  if (part) return { ...part.cursor, near: from.near }
  const entry = tree?.kind === 'map' ? tree.entries.findLast(candidate => candidate.key === key) : undefined
  if (entry) return enter(from, entry)
  const unseen =
    from.unseen ??
    (tree && (tree.kind === 'unresolved' || (tree.kind === 'map' && tree.open)) ? unresolvedAt(from, tree) : undefined)
  return { ...whole(from), tree: undefined, key: undefined, path: [...from.path, key], unseen }
}

function enter(from: Cursor, entry: Entry): Cursor {
  return settle({
    ...whole(from),
    tree: entry.value,
    key: placeOnLine(from, entry.keySpan),
    path: [...from.path, entry.key],
    fixed: from.fixed || entry.borrowed === true,
    unseen: undefined,
  })
}

function toItem(from: Cursor, index: number): Cursor {
  if (from.parts)
    return {
      ...(from.parts[index]?.cursor ?? {
        ...whole(from),
        tree: undefined,
        key: undefined,
        path: [...from.path, index],
      }),
      near: from.near,
    }
  const item = from.tree?.kind === 'list' ? from.tree.items[index] : undefined
  return settle({
    ...whole(from),
    tree: item,
    path: [...from.path, index],
    key: item ? from.key : undefined,
    unseen: from.unseen,
  })
}

/** Goes on to where the value stands, where the document's language knows. */
export const settle = (cursor: Cursor): Cursor => {
  const {
    tree,
    document: { scope },
  } = cursor
  return scope && (expressionOf(tree) || (tree?.kind === 'scalar' && tree.text.includes('${')))
    ? scope.resolve(cursor)
    : cursor
}

const whole = ({ parts: _, refersTo: __, ...cursor }: Cursor): Cursor => cursor

/** The entries of a map, in their order, each with its key as written; none where there is no map. */
export function entries(cursor: Cursor): (Cursor & { readonly name: string; readonly written: Place | undefined })[] {
  const { tree, parts, near } = cursor
  if (tree?.kind !== 'map') return []
  return parts
    ? parts.map(({ name, key, cursor: part }) => ({ ...part, near, name, written: key }))
    : tree.entries.map(entry => ({
        ...enter(cursor, entry),
        name: entry.key,
        written: placeOnLine(cursor, entry.keySpan),
      }))
}

/** The items of a list, in their order; none where there is no list. */
export const items = (cursor: Cursor): Cursor[] =>
  cursor.tree?.kind === 'list' ? (cursor.parts ?? cursor.tree.items).map((_, index) => toItem(cursor, index)) : []

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
  const values =
    tree.kind === 'list'
      ? items(cursor).map(item =>
          item.tree?.kind === 'scalar' && !isPlaceholder(item.tree.text) ? item.tree.text : undefined,
        )
      : [undefined]
  const at = cursor.key ?? placeHere(cursor)
  return values.includes(undefined)
    ? unresolvedAt(cursor, tree)
    : { state: 'known', value: values as string[], at, ...(cursor.fixed ? {} : { slot: slotOf(cursor) }) }
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
  return { all, near, ...(cursor.fixed ? {} : { slot: slotOf(cursor) }), ...(open ? { open } : {}) }
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
export const absentAt = (cursor: Cursor): Absent =>
  cursor.fixed ? { state: 'absent', near: cursor.near } : { state: 'absent', near: cursor.near, slot: slotOf(cursor) }

/** The place of what stands here: on one line, so a map, a list and a text of several lines are shown by their key. */
export function placeHere(cursor: Cursor): Place {
  const { tree } = cursor
  const onOneLine =
    tree !== undefined &&
    tree.kind !== 'map' &&
    tree.kind !== 'list' &&
    !(tree.kind === 'scalar' ? tree.multiline : tree.text.includes('\n'))
  return onOneLine ? placeOnLine(cursor, tree.span) : (cursor.key ?? cursor.near)
}

/** Where a span of the cursor's document lies in the file; what breaks off at the end of its line is broken: its first line stands for it. */
function placeOnLine(cursor: Cursor, span: Span): Place {
  const at = place(cursor, span)
  let { document } = cursor
  while (document.host) document = document.host.document
  if (document.file !== at.file) return at
  const { start, end } = shift(at.span, -document.start)
  const lineBreak = document.source.slice(start, end).search(/[\r\n]/)
  return lineBreak < 0 ? at : { ...at, span: { start: at.span.start, end: at.span.start + lineBreak } }
}

/** Where a span of the cursor's document lies in the file. */
const place = ({ document, usedBy }: Cursor, span: Span): Place =>
  usedBy ? { ...locate(document, span), usedBy } : locate(document, span)

function locate({ file, start, host }: Document, span: Span): Place {
  const here = shift(span, start)
  return host
    ? locate(host.document, { start: host.text.outer(here.start), end: host.text.outer(here.end) })
    : { file, span: here }
}

/** The stretch of the file that a cursor's value takes, its key included. */
export function extentOf(cursor: Cursor): Span {
  const written = cursor.tree && place(cursor, cursor.tree.span).span
  const start = cursor.key?.span.start ?? written?.start ?? cursor.near.span.start
  return { start, end: written?.end ?? start }
}

/** The documents of a text that stands here, read in another syntax; none where nothing does, or where its characters cannot be followed. */
export function inside(cursor: Cursor, syntax: SyntaxName): Cursor[] {
  const { tree, document } = cursor
  const text = tree?.kind === 'scalar' ? syntaxes[document.syntax].embed(document.source, tree) : undefined
  if (!text) return []
  return syntaxes[syntax].documents(text.text).map(({ start, end }) => {
    const source = text.text.slice(start, end)
    const root = startAt(
      { file: document.file, syntax, source, start, host: { document, slot: slotOf(cursor), text } },
      syntaxes[syntax].read(source),
    )
    return { ...root, fixed: cursor.fixed, ...(cursor.usedBy ? { usedBy: cursor.usedBy } : {}) }
  })
}

/** Where a writer finds what stands here. */
export function slotOf({ document, path }: Cursor): Slot {
  const { file, start, syntax, host } = document
  const goOn = <A extends Address>(outer: A): A => ({
    ...outer,
    inner: outer.inner ? goOn(outer.inner) : { syntax, document: start, path },
  })
  return host ? goOn(host.slot) : { file, document: start, path }
}

function unresolvedAt(cursor: Cursor, tree: Tree): Unresolved {
  const written = tree.kind === 'scalar' || tree.kind === 'unresolved' ? tree.text : ''
  return { state: 'unresolved', at: placeHere({ ...cursor, tree }), text: written }
}
