import { entryOf, expressionOf, type Entry, type Tree } from '../syntax/tree.ts'
import { syntaxes, type SyntaxName } from '../syntax/syntaxes.ts'
import { appended } from '../text/appended.ts'
import { decodeBase64 } from '../text/base64.ts'
import type { Embedded } from '../text/embedded.ts'
import { attributeBelow, type Place, type Unresolved } from '../model/fact.ts'
import { shellScopes } from './shell/scopes.ts'
import {
  locate,
  placeOnLine,
  slotOf,
  unresolvedAt,
  type Cursor,
  type Document,
  type DocumentScope,
  type Origin,
} from './position.ts'

/** Starts at the root of a document. */
export const startAt = (document: Document, tree: Tree | undefined): Cursor => ({
  document,
  tree,
  key: undefined,
  near: locate(document, { start: 0, end: 0 }),
  path: [],
  unseen: document.partial,
  origin: written,
  attribute: undefined,
})

const written: Origin = { kind: 'written' }

/** Goes down by keys and indices; a step that is not there leads to an absent cursor. */
export function down(cursor: Cursor, ...steps: readonly (string | number)[]): Cursor {
  let at = cursor
  for (const step of steps) at = typeof step === 'number' ? toItem(at, step) : toEntry(at, step)
  return at
}

/** The same cursor in a document that something else completes: nothing below it is known to be absent. */
export function completedBy(cursor: Cursor, text: string): Cursor {
  const partial: Unresolved = { state: 'unresolved', at: cursor.near, text }
  return { ...cursor, document: { ...cursor.document, partial }, unseen: partial }
}

/** The same cursor, reporting absent values at another place. */
export const reportingAt = (cursor: Cursor, near: Place): Cursor => ({ ...cursor, near })

function toEntry(from: Cursor, key: string): Cursor {
  const { tree } = from
  const part = from.origin.parts?.findLast(({ name }) => name === key)
  if (part) return heldBy(from, { ...part.cursor, near: from.near }, key)
  const entry = tree?.kind === 'map' ? entryOf(tree, key) : undefined
  if (entry) return enter(from, entry)
  const unseen =
    from.unseen ??
    (tree && (tree.kind === 'unresolved' || (tree.kind === 'map' && tree.open)) ? unresolvedAt(from, tree) : undefined)
  return {
    document: from.document,
    tree: undefined,
    key: undefined,
    near: from.near,
    path: appended(from.path, key),
    unseen,
    origin: below(from),
    attribute: attributeAt(from, key, false),
  }
}

/** What stands below the attribute that a cursor is at. */
const attributeAt = ({ attribute }: Cursor, key: string, isWritten: boolean): Cursor['attribute'] =>
  attribute && attributeBelow(attribute, key, isWritten)

/** A value that stands elsewhere, as what it is where it is used; one that another resource holds stays that one's. */
function heldBy(from: Cursor, to: Cursor, key?: string): Cursor {
  const own = from.attribute
  if (!own || (to.attribute && to.attribute.resource !== own.resource)) return to
  return { ...to, attribute: key === undefined ? own : attributeBelow(own, key, true) }
}

const enter = (from: Cursor, entry: Entry): Cursor => enterAt(from, entry, placeOnLine(from, entry.keySpan))

const enterAt = (from: Cursor, entry: Entry, key: Place): Cursor =>
  resolve({
    document: from.document,
    tree: entry.value,
    key,
    near: from.near,
    path: appended(from.path, entry.key),
    unseen: from.document.partial,
    origin: entry.borrowed ? { ...below(from), kind: 'borrowed' } : below(from),
    attribute: attributeAt(from, entry.key, true),
  })

function toItem(from: Cursor, index: number): Cursor {
  const { document, near, unseen, origin, attribute } = from
  const path = appended(from.path, index)
  if (origin.parts) {
    const here = { document, tree: undefined, key: undefined, near, path, unseen, origin: below(from), attribute }
    return heldBy(from, { ...(origin.parts[index]?.cursor ?? here), near })
  }
  const tree = from.tree?.kind === 'list' ? from.tree.items[index] : undefined
  const key = tree ? from.key : undefined
  return resolve({ document, tree, key, near, path, unseen, origin: below(from), attribute })
}

/** The origin of what stands below: as little to be changed, but no sum of parts and no reference any more. */
function below({ origin }: Cursor): Origin {
  if (origin === written) return written
  const { kind, usedBy } = origin
  const own = kind === 'referred' ? 'written' : kind
  return usedBy ? { kind: own, usedBy } : { kind: own }
}

/** Goes on to where the value stands, where the document's language knows. */
export const resolve = (cursor: Cursor): Cursor => {
  const {
    tree,
    document: { scope },
  } = cursor
  if (!scope) return cursor
  const takes = scope.takes
    ? scope.takes(tree)
    : expressionOf(tree) !== undefined || (tree?.kind === 'scalar' && tree.text.includes('${'))
  return takes ? heldBy(cursor, scope.resolve(cursor)) : cursor
}

/** The entries of a map, in their order, each with its key as written; none where there is no map. */
export function entries(cursor: Cursor): (Cursor & { readonly name: string; readonly written: Place | undefined })[] {
  const { tree, near } = cursor
  const { parts } = cursor.origin
  if (tree?.kind !== 'map') return []
  return parts
    ? parts.map(({ name, key, cursor: part }) => ({ ...heldBy(cursor, { ...part, near }, name), name, written: key }))
    : tree.entries.map(entry => named(cursor, entry))
}

/** An entry of a map, with its key as written. */
function named(cursor: Cursor, entry: Entry): ReturnType<typeof entries>[number] {
  const key = placeOnLine(cursor, entry.keySpan)
  const { document, tree, key: at, near, path, unseen, origin, attribute } = enterAt(cursor, entry, key)
  return { document, tree, key: at, near, path, unseen, origin, attribute, name: entry.key, written: key }
}

/** The items of a list, in their order, without those that are empty; none where there is no list. */
export function items(cursor: Cursor): Cursor[] {
  const found: Cursor[] = []
  if (cursor.tree?.kind !== 'list') return found
  const listed = cursor.origin.parts ?? cursor.tree.items
  for (let index = 0; index < listed.length; index++) if (listed[index]) found.push(toItem(cursor, index))
  return found
}

/** Whether anything is written here. */
export const isThere = (cursor: Cursor): boolean => cursor.tree !== undefined || cursor.key !== undefined

/** The documents of a text that stands here, read in another syntax; none where nothing does, or where its characters cannot be followed. */
export function inside(cursor: Cursor, syntax: SyntaxName): Cursor[] {
  const { tree, document } = cursor
  const text = tree?.kind === 'scalar' ? syntaxes[document.syntax].embed(document.source, tree) : undefined
  return text ? insideText(cursor, syntax, text) : []
}

/** The documents of a text that stands here in base64 on one line: three letters of it are four of the line. Nobody writes there. */
export function insideBase64(cursor: Cursor, syntax: SyntaxName): Cursor[] {
  const { tree } = cursor
  const text = tree?.kind === 'scalar' && !tree.multiline ? decodeBase64(tree.text) : undefined
  if (text === undefined || tree?.kind !== 'scalar') return []
  const start = tree.span.start + (tree.quoted ? 1 : 0)
  const outer = (offset: number): number => start + Math.min(Math.floor((offset * 4) / 3), tree.text.length)
  return insideText(cursor, syntax, { text, outer, encode: () => undefined }).map(root => ({
    ...root,
    origin: { ...root.origin, kind: 'borrowed' },
  }))
}

function insideText(cursor: Cursor, syntax: SyntaxName, text: Embedded): Cursor[] {
  const { document } = cursor
  const scopesAt = scopesIn(document, syntax, text.text)
  return syntaxes[syntax].documents(text.text).flatMap(({ start, end }) => {
    const source = text.text.slice(start, end)
    const tree = syntaxes[syntax].read(source)
    return scopesAt(start).map(scope => {
      const root = startAt(
        {
          file: document.file,
          ...(document.root === undefined ? {} : { root: document.root }),
          syntax,
          source,
          start,
          host: { document, slot: slotOf(cursor), text },
          ...(document.partial ? { partial: document.partial } : {}),
          ...(document.isCompared ? { isCompared: true } : {}),
          ...(scope ? { scope } : {}),
        },
        tree,
      )
      return { ...root, origin: below(cursor), attribute: cursor.attribute }
    })
  })
}

/** The names that hold at an offset of a text that stands in a document: those of the document where they hold inside of it, in a script its own. */
function scopesIn(
  { scope }: Document,
  syntax: SyntaxName,
  text: string,
): (offset: number) => readonly (DocumentScope | undefined)[] {
  if (scope?.inside) return () => [scope]
  return syntax === 'script' ? shellScopes(text) : () => [undefined]
}
