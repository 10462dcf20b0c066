import type { Address, Attribute, Known, Place, Slot, Unresolved } from '../model/fact.ts'
import type { SyntaxName } from '../syntax/syntaxes.ts'
import type { Tree } from '../syntax/tree.ts'
import type { Embedded } from '../text/embedded.ts'
import { shift, type Span } from '../text/span.ts'
import type { Uri } from '../text/uri.ts'

/** A document as it is being read. */
export interface Document {
  readonly file: Uri
  /** The folder under review that holds it, with the slash at its end; where it is not known, all folders count as below it. */
  readonly root?: Uri
  readonly syntax: SyntaxName
  readonly source: string
  /** Its offset in its file, or in the text that holds it. */
  readonly start: number
  /** Set on a document inside another one: the scalar that holds it. */
  readonly host?: { readonly document: Document; readonly slot: Slot; readonly text: Embedded }
  /** Set where something else completes the document: what is not seen in it may stand there. */
  readonly partial?: Unresolved
  /** Set on languages that work values out. */
  readonly scope?: DocumentScope
  /** Set where schemas are compared with an earlier text: what they promise is kept. */
  readonly isCompared?: true
}

/** A file, and the folder under review that holds it: what lies above is the business of whoever checked it out. */
export type Lying = Pick<Document, 'file' | 'root'>

/** Tells where a file lies. */
export type Lies = (file: Uri) => Lying

/** The names that hold in a document, and what they lead to. */
export interface DocumentScope {
  /** Goes on to where a value really stands; the cursor itself where that cannot be told. */
  resolve(cursor: Cursor): Cursor
  /** Whether it has to be asked for what stands here; where it does not tell, expressions and what holds `${`. */
  takes?(tree: Tree | undefined): boolean
  /** Set where its names hold in the texts that stand in its documents as well. */
  readonly inside?: true
  /** Where it stands that a part of a document is there: the value that a branch of a template asks for. */
  decides?(offset: number): Cursor | undefined
  /** The switch that leaves a whole document out, by a branch of a template that is not taken. */
  leavesOut?(root: Cursor): Known<boolean> | undefined
  /** What stands for a variable that is all that stands here, as it is written where it is given. */
  spelled?(cursor: Cursor): string | undefined
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
  /** Set when a template above may supply what is not seen here. */
  readonly unseen: Unresolved | undefined
  readonly origin: Origin
  /** What it is to the tool that applies it; kept where a language leads on to where the value is written. */
  readonly attribute: Attribute | undefined
}

/** Where a value comes from. All but `written` and `borrowed` is for languages that work values out; readers of formats need none of it. */
export interface Origin {
  /**
   * `written`: it stands here, and a writer may change it.
   * `borrowed`: it belongs to another place of the document, as what a merge key pulls in.
   * `made`: it was put together.
   * `referred`: it is known only once another declaration is carried out.
   */
  readonly kind: 'written' | 'borrowed' | 'made' | 'referred'
  /** What uses the value, when it is used elsewhere than it stands. */
  readonly usedBy?: Place
  /** The values of a collection that was put together; of a text, what it was made of. */
  readonly parts?: readonly Part[]
  /** What was filled into a text of several lines, each with the place that it takes in the file. */
  readonly filled?: readonly { readonly at: Place; readonly cursor: Cursor }[]
  /** The declaration that the value belongs to. */
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

/** Whether a writer may change what stands here. */
export const isWritable = ({ origin }: Cursor): boolean => origin.kind === 'written'

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
export function placeOnLine(cursor: Cursor, span: Span): Place {
  const at = place(cursor, span)
  let { document } = cursor
  while (document.host) document = document.host.document
  if (document.file !== at.file) return at
  const { start } = at.span
  const end = document.start + lineEnd(document.source, start - document.start, at.span.end - document.start)
  return end === at.span.end ? at : { ...at, span: { start, end } }
}

/** Where the line ends on which a stretch begins, or the stretch itself. */
function lineEnd(source: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at)
    if (code === lineFeed || code === carriageReturn) return at
  }
  return end
}

const [lineFeed, carriageReturn] = [10, 13]

/** Where a span of the cursor's document lies in the file. */
const place = ({ document, origin: { usedBy } }: Cursor, span: Span): Place =>
  usedBy ? { ...locate(document, span), usedBy } : locate(document, span)

/** Where a span of a document lies in its file, through the texts that hold it. */
export function locate({ file, start, host }: Document, span: Span): Place {
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

/** Where a writer finds what stands here. */
export function slotOf({ document, path, tree, attribute }: Cursor): Slot {
  const { file, start, host } = document
  if (!host) return plainSlot(file, start, path, tree?.kind === 'scalar' ? tree.text : undefined, attribute)
  const is = tree?.kind === 'scalar' ? { is: tree.text } : {}
  const { is: _, of: outer, ...address } = within(host.slot, document, path)
  const of = attribute ?? outer
  return { ...address, ...is, ...(of ? { of } : {}) }
}

/** Written out, since there are many: what is put together by spreads takes half as much memory again. */
function plainSlot(file: Uri, document: number, path: Slot['path'], is: string | undefined, of?: Attribute): Slot {
  if (of) return is === undefined ? { file, document, path, of } : { file, document, path, is, of }
  return is === undefined ? { file, document, path } : { file, document, path, is }
}

/** The address of what stands in a text inside of another, in the outermost. */
const within = <A extends Address>(outer: A, document: Document, path: Slot['path']): A => ({
  ...outer,
  inner: outer.inner
    ? within(outer.inner, document, path)
    : { syntax: document.syntax, document: document.start, path },
})

/** What stands here, as a value that only another tool can tell. */
export function unresolvedAt(cursor: Cursor, tree: Tree): Unresolved {
  const written = tree.kind === 'scalar' || tree.kind === 'unresolved' ? tree.text : ''
  return { state: 'unresolved', at: placeHere({ ...cursor, tree }), text: written }
}
