import {
  CodeActionKind,
  type CodeAction,
  type Diagnostic,
  type Location,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { Db } from '../assess/db.ts'
import { holeOf, renderFix } from '../fix.ts'
import type { Fix } from '../model/semantic-edit.ts'
import { acceptances } from '../rules/configuration/acceptance.ts'
import type { Finding } from '../rules/finding.ts'
import { applyEdits } from '../text/edit.ts'
import { indexLines } from '../text/line-index.ts'
import { overlaps, type Span } from '../text/span.ts'
import { say, word } from '../words/message.ts'
import { toEdits, toRange } from './to-lsp.ts'
import type { Uri } from '../text/uri.ts'

/** What an action carries until it is chosen: which fix of which finding it is. */
export interface FixReference {
  readonly uri: Uri
  readonly code: string
  readonly start: number
  readonly end: number
  readonly fix: string
}

/** Where texts and versions come from. */
export interface Texts {
  textOf(uri: Uri): string | undefined
  /** The version of an open file, null for a closed one. */
  versionOf(uri: Uri): number | null
}

/** The fixes of the findings that a span touches, and after them the way to accept each; the edits are made when one is chosen. */
export function offerFixes(
  uri: Uri,
  span: Span,
  findings: readonly Finding[],
  shown: readonly Diagnostic[],
  db: Db,
  texts: Texts,
): CodeAction[] {
  const text = texts.textOf(uri)
  if (text === undefined) return []
  const lines = indexLines(text)
  const touched = findings
    .filter(
      ({ at, suppressed }) =>
        !suppressed && (overlaps(at.span, span) || at.span.start === span.start || at.span.end === span.end),
    )
    .map(finding => {
      const range = toRange(finding.at.span, lines)
      const diagnostics = shown.filter(
        ({ code, range: other }) =>
          code === finding.code &&
          other.start.line === range.start.line &&
          other.start.character === range.start.character,
      )
      const offer = ({ title }: Fix): CodeAction => ({
        title: word(title),
        kind: CodeActionKind.QuickFix,
        diagnostics,
        data: {
          uri,
          code: finding.code,
          start: finding.at.span.start,
          end: finding.at.span.end,
          fix: word(title),
        } satisfies FixReference,
      })
      const possible = (fix: Fix): boolean => renderFix(fix, texts.textOf) !== undefined
      return {
        fixes: finding.fixes.filter(possible).map(offer),
        accept: acceptances(finding, db).filter(possible).slice(0, 1).map(offer),
      }
    })
  const accepts = new Map(touched.flatMap(({ accept }) => accept).map(action => [action.title, action]))
  return [...touched.flatMap(({ fixes }) => fixes), ...accepts.values()]
}

/** The kind of the action that makes every edit at once that cannot change a running system. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.kafkaReview`

/** All safe fixes of a file as one action; undefined where there is none. */
export function fixAll(uri: Uri, findings: readonly Finding[], texts: Texts): CodeAction | undefined {
  const text = texts.textOf(uri)
  const safe = findings.flatMap(({ fixes, suppressed }) =>
    suppressed ? [] : fixes.filter(fix => fix.safe).slice(0, 1),
  )
  const edits = safe.flatMap(
    fix =>
      renderFix(fix, texts.textOf)
        ?.filter(({ file }) => file === uri)
        .flatMap(made => made.edits) ?? [],
  )
  // Two findings may ask for the same edit; what overlaps otherwise is made at the next call.
  const apart = [...edits]
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .filter((edit, i, all) => i === 0 || edit.span.start >= Math.max(...all.slice(0, i).map(({ span }) => span.end)))
  if (text === undefined || apart.length === 0) return undefined
  return {
    title: word(say('action.fixAll')),
    kind: fixAllKind,
    edit: { documentChanges: [{ textDocument: { uri, version: texts.versionOf(uri) }, edits: toEdits(apart, text) }] },
  }
}

/** The edits of a fix against the texts as they are now, and the place where it leaves something to write; undefined when the finding is gone or a person has to make them. `previews`: the editor can show a change before it makes it. */
export function resolveFix(
  { uri, code, start, end, fix: title }: FixReference,
  findings: readonly Finding[],
  db: Db,
  texts: Texts,
  previews = false,
): { readonly edit: WorkspaceEdit; readonly hole?: Location } | undefined {
  const finding = findings.find(
    ({ code: other, at }) => other === code && at.file === uri && at.span.start === start && at.span.end === end,
  )
  const fix =
    finding && [...finding.fixes, ...acceptances(finding, db)].find(candidate => word(candidate.title) === title)
  return fix && editOf(fix, texts, previews)
}

/** The edit that a fix makes of the texts as they are now, and the place where it leaves something to write; undefined where a person has to make it. */
export function editOf(
  fix: Fix,
  texts: Texts,
  previews = false,
): { readonly edit: WorkspaceEdit; readonly hole?: Location } | undefined {
  const files = renderFix(fix, texts.textOf)
  if (!files) return undefined
  const textOf = (file: Uri): string => files.find(other => other.file === file)?.create ?? texts.textOf(file) ?? ''
  const documentChanges = files.flatMap(({ file, create, edits }): NonNullable<WorkspaceEdit['documentChanges']> => {
    if (create === undefined)
      return [{ textDocument: { uri: file, version: texts.versionOf(file) }, edits: toEdits(edits, textOf(file)) }]
    // A new file is empty: what it begins with and the edits come as one insertion.
    const origin = { line: 0, character: 0 }
    return [
      { kind: 'create', uri: file, options: { ignoreIfExists: true } },
      {
        textDocument: { uri: file, version: null },
        edits: [{ range: { start: origin, end: origin }, newText: applyEdits(create, edits) }],
      },
    ]
  })
  const hole = holeOf(fix, files)
  if (fix.beside !== undefined && previews)
    return {
      edit: annotate({ documentChanges }, word(fix.title), [word(fix.beside.says), ...fix.beside.commands].join(' ')),
    }
  if (!hole) return { edit: { documentChanges } }
  const after = indexLines(applyEdits(textOf(hole.file), files.find(({ file }) => file === hole.file)?.edits ?? []))
  return {
    edit: { documentChanges },
    hole: { uri: hole.file, range: toRange({ start: hole.offset, end: hole.offset }, after) },
  }
}

/** The editor shows an annotated change before it makes it. */
function annotate({ documentChanges = [] }: WorkspaceEdit, label: string, description: string): WorkspaceEdit {
  const annotationId = 'beside'
  return {
    documentChanges: documentChanges.map(change =>
      'edits' in change
        ? { ...change, edits: change.edits.map(edit => ({ ...edit, annotationId })) }
        : { ...change, annotationId },
    ),
    changeAnnotations: { [annotationId]: { label, description, needsConfirmation: true } },
  }
}
