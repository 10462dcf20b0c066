import { syntaxFor } from './reader/formats.ts'
import type { Address } from './model/fact.ts'
import type { Fix, SemanticEdit } from './model/semantic-edit.ts'
import { syntaxes, type Syntax, type SyntaxName } from './syntax/syntaxes.ts'
import { childOf, descend, type Tree } from './syntax/tree.ts'
import { indentationAt, lineEndAfter, lineEndOf, lineStartBefore, type Path } from './syntax/write.ts'
import { applyEdits, type TextEdit } from './text/edit.ts'
import { shift, type Span } from './text/span.ts'
import { baseName, type Uri } from './text/uri.ts'

/** The text edits of one file; `create` where the file does not exist yet: the edits are then against that text. */
export interface FileEdits {
  readonly file: Uri
  readonly create?: string
  readonly edits: readonly TextEdit[]
}

type Writing = Exclude<SemanticEdit, { op: 'comment' | 'uncomment' | 'respell' }>

/** Turns a fix into text edits; undefined where some edit is for a person to make. `textOf` gives the text of a file as it is now. */
export function renderFix(fix: Pick<Fix, 'edits'>, textOf: (file: Uri) => string | undefined): FileEdits[] | undefined {
  const byFile = new Map<Uri, { create?: string; edits: TextEdit[] }>()
  for (const edit of fix.edits) {
    const file = 'at' in edit ? edit.at.file : edit.slot.file
    const written = textOf(file)
    const text = written ?? newText(file)
    const edits = render(edit, text)
    if (!edits) return undefined
    const entry = byFile.get(file) ?? { ...(written === undefined ? { create: text } : {}), edits: [] }
    // What several edits bring along alike, such as an import, is written once.
    entry.edits.push(
      ...edits.filter(
        edit =>
          !entry.edits.some(
            ({ span, text: written }) =>
              span.start === edit.span.start && span.end === edit.span.end && written === edit.text,
          ),
      ),
    )
    byFile.set(file, entry)
  }
  return [...byFile].map(([file, entry]) => ({ file, ...entry }))
}

/** What a file begins with that a fix has to create. */
const newText = (file: Uri): string => (baseName(file) === '.kafka-review.yaml' ? 'version: 1\n' : '')

function render(edit: SemanticEdit, text: string): TextEdit[] | undefined {
  if (edit.op === 'uncomment') return [eraseComment(text, edit.at.span.start)]
  if (edit.op === 'respell') return [respell(text, edit.at.span, edit.text)]
  if (edit.op === 'comment') return insertComment(syntaxFor(edit.at.file, text), text, edit.at.span.start, edit.text)
  return writeIn(syntaxFor(edit.slot.file, text) ?? 'yaml', text, edit.slot, edit)
}

/** Writes at an address of a text, through the texts inside it that the address leads into. */
function writeIn(
  name: SyntaxName,
  text: string,
  { document, path, inner }: Address,
  edit: Writing,
): TextEdit[] | undefined {
  const syntax = syntaxes[name]
  const { start, end } = syntax.documents(text).find(candidate => candidate.start === document) ?? {
    start: 0,
    end: text.length,
  }
  const source = text.slice(start, end)
  const edits = inner ? writeInside(syntax, source, path, inner, edit) : write(syntax, source, path, edit)
  return edits?.map(({ span, text: replacement }) => ({ span: shift(span, start), text: replacement }))
}

function write(syntax: Syntax, source: string, path: Path, edit: Writing): TextEdit[] | undefined {
  switch (edit.op) {
    case 'set':
      return syntax.set(source, path, edit.value)
    case 'swap':
      return syntax.swap?.(source, path, edit.key, edit.value)
    case 'conceal':
      return syntax.conceal?.(source, path, edit.variable)
    default:
      return syntax.append(source, path, edit.value)
  }
}

function writeInside(
  syntax: Syntax,
  source: string,
  path: Path,
  inner: NonNullable<Address['inner']>,
  edit: Writing,
): TextEdit[] | undefined {
  const scalar = descend(syntax.read(source), path)
  const embedded = scalar?.kind === 'scalar' ? syntax.embed(source, scalar) : undefined
  const edits = embedded && writeIn(inner.syntax, embedded.text, inner, edit)
  const written = edits?.flatMap(({ span, text }) => {
    const encoded = embedded?.encode(text)
    return embedded && encoded !== undefined
      ? [{ span: { start: embedded.outer(span.start), end: embedded.outer(span.end) }, text: encoded }]
      : []
  })
  return written?.length === edits?.length ? written : undefined
}

/** Writes a comment above the line of an offset; undefined where the syntax has none, or where the line lies inside a text. */
function insertComment(
  name: SyntaxName | undefined,
  text: string,
  offset: number,
  comment: string,
): TextEdit[] | undefined {
  const syntax = name && syntaxes[name]
  const start = lineStartBefore(text, offset)
  const document = syntax?.documents(text).find(span => span.start <= offset && offset <= span.end)
  if (
    !syntax?.comment ||
    !document ||
    splitsText(syntax.read(text.slice(document.start, document.end)), start - document.start)
  )
    return undefined
  return [
    {
      span: { start, end: start },
      text: `${indentationAt(text, offset)}${syntax.comment} ${comment}${lineEndOf(text)}`,
    },
  ]
}

/** Whether an offset lies inside a value, where a comment would become part of it. */
function splitsText(tree: Tree | undefined, offset: number): boolean {
  if (!tree || offset <= tree.span.start || offset >= tree.span.end) return false
  if (tree.kind === 'map') return tree.entries.some(({ value }) => splitsText(value, offset))
  return tree.kind === 'list' ? tree.items.some(item => splitsText(item, offset)) : true
}

/** Where a fix that asks for something leaves the cursor: the place of it in the texts as they will be. `files` is what the fix makes of the texts that `textOf` gives. */
export function holeOf(
  { asks, edits }: Fix,
  files: readonly FileEdits[],
  textOf: (file: Uri) => string | undefined,
): { readonly file: Uri; readonly offset: number } | undefined {
  if (asks === undefined) return undefined
  for (const edit of edits) {
    const file = 'at' in edit ? edit.at.file : edit.slot.file
    const made = files.find(other => other.file === file)
    const offset = made && holeIn(edit, asks, made, made.create ?? textOf(file) ?? '')
    if (offset !== undefined) return { file, offset }
  }
  return undefined
}

/** The end of a comment, or the text under the key that the written value holds for a person. */
function holeIn(edit: SemanticEdit, key: string, made: FileEdits, text: string): number | undefined {
  const moved = (offset: number): number =>
    made.edits
      .filter(({ span }) => span.start < offset)
      .reduce((at, { span, text: written }) => at + written.length - (span.end - span.start), offset)
  if (edit.op === 'comment') {
    const start = lineStartBefore(text, edit.at.span.start)
    const comment = made.edits.find(({ span }) => span.start === start && span.end === start)
    return comment && moved(start) + comment.text.length - lineEndOf(text).length
  }
  if ((edit.op !== 'set' && edit.op !== 'append') || edit.slot.inner) return undefined
  const after = applyEdits(text, made.edits)
  const document = moved(edit.slot.document)
  const syntax = syntaxes[syntaxFor(made.file, text) ?? 'yaml']
  const end = syntax.documents(after).find(({ start }) => start === document)?.end ?? after.length
  const written = descend(syntax.read(after.slice(document, end)), edit.slot.path)
  const value = edit.op === 'append' && written?.kind === 'list' ? written.items.at(-1) : written
  const hole = value && childOf(value, key)
  if (hole?.kind !== 'scalar') return undefined
  const start = document + hole.span.start
  return /["']/.test(after[start] ?? '') ? start + 1 : start
}

/** Writes a word otherwise, inside the quotes that it stands in. */
function respell(text: string, { start, end }: Span, word: string): TextEdit {
  const quoted = /^(["']).*\1$/.test(text.slice(start, end))
  return { span: quoted ? { start: start + 1, end: end - 1 } : { start, end }, text: word }
}

/** Takes out the comment that an offset stands in; its line goes too when nothing else stands on it. */
function eraseComment(text: string, offset: number): TextEdit {
  const lineStart = lineStartBefore(text, offset)
  const lead = /(?:^|\s)(?:#+|\/\/+)\s*$/.exec(text.slice(lineStart, offset))
  const start = lineStart + (lead?.index ?? offset - lineStart)
  const end = lineEndAfter(text, offset)
  if (text.slice(lineStart, start).trim() !== '')
    return { span: { start: lineStart + text.slice(lineStart, start).trimEnd().length, end }, text: '' }
  const lineBreak = /^\r?\n|^\r/.exec(text.slice(end))?.[0].length ?? 0
  return { span: { start: lineStart, end: end + lineBreak }, text: '' }
}
