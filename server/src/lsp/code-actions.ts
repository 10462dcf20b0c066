import { CodeActionKind, type CodeAction, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver'
import { renderFix } from '../fix.ts'
import type { Finding } from '../rules/finding.ts'
import { applyEdits } from '../text/edit.ts'
import { indexLines } from '../text/line-index.ts'
import { overlaps, type Span } from '../text/span.ts'
import { toEdits, toRange } from './to-lsp.ts'

/** What an action carries until it is chosen: which fix of which finding it is. */
export interface FixReference {
  readonly uri: string
  readonly code: string
  readonly start: number
  readonly end: number
  readonly fix: string
}

/** Where texts and versions come from. */
export interface Texts {
  textOf(uri: string): string | undefined
  /** The version of an open file, null for a closed one. */
  versionOf(uri: string): number | null
}

/** The fixes of the findings that a span touches; the edits are made when one is chosen. */
export function offerFixes(uri: string, span: Span, findings: readonly Finding[], shown: readonly Diagnostic[], texts: Texts): CodeAction[] {
  const text = texts.textOf(uri)
  if (text === undefined) return []
  const lines = indexLines(text)
  return findings
    .filter(({ at, suppressed }) => !suppressed && (overlaps(at.span, span) || at.span.start === span.start || at.span.end === span.end))
    .flatMap(finding => {
      const range = toRange(finding.at.span, lines)
      const diagnostics = shown.filter(({ code, range: other }) => code === finding.code && other.start.line === range.start.line && other.start.character === range.start.character)
      const possible = finding.fixes.filter(fix => renderFix(fix, texts.textOf) !== undefined)
      return possible.map((fix): CodeAction => {
        const data: FixReference = { uri, code: finding.code, start: finding.at.span.start, end: finding.at.span.end, fix: fix.title }
        return { title: fix.title, kind: CodeActionKind.QuickFix, diagnostics, data }
      })
    })
}

/** The edits of a fix against the texts as they are now; undefined when the finding is gone or a person has to make them. */
export function resolveFix({ uri, code, start, end, fix: title }: FixReference, findings: readonly Finding[], texts: Texts): WorkspaceEdit | undefined {
  const finding = findings.find(({ code: other, at }) => other === code && at.file === uri && at.span.start === start && at.span.end === end)
  const fix = finding?.fixes.find(candidate => candidate.title === title)
  const files = fix && renderFix(fix, texts.textOf)
  if (!files) return undefined
  return {
    documentChanges: files.flatMap(({ file, create, edits }): NonNullable<WorkspaceEdit['documentChanges']> => {
      const changes = { textDocument: { uri: file, version: texts.versionOf(file) }, edits: toEdits(edits, create ?? texts.textOf(file) ?? '') }
      if (create === undefined) return [changes]
      // A new file is empty: what it begins with and the edits come as one insertion.
      const origin = { line: 0, character: 0 }
      return [{ kind: 'create', uri: file, options: { ignoreIfExists: true } }, { textDocument: { uri: file, version: null }, edits: [{ range: { start: origin, end: origin }, newText: applyEdits(create, edits) }] }]
    }),
  }
}


