import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type Range,
  type TextEdit as LspEdit,
} from 'vscode-languageserver'
import type { Level } from '../model/configuration.ts'
import { placesBeside, sentenceOf, type Finding } from '../rules/finding.ts'
import { pageUrl } from '../rules/page.ts'
import type { TextEdit } from '../text/edit.ts'
import { indexLines, type LineIndex } from '../text/line-index.ts'
import type { Span } from '../text/span.ts'
import type { Uri } from '../text/uri.ts'
import { say, word, type Language } from '../words/message.ts'

const severities: Readonly<Record<Level, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** Lines and columns of a span. */
export const toRange = ({ start, end }: Span, lines: LineIndex): Range => ({
  start: lines.position(start),
  end: lines.position(end),
})

/** The address of a finding's rule page. */
export const toPage = (finding: Pick<Finding, 'code' | 'family' | 'name'>, rulePage: string | undefined): string =>
  rulePage?.replace('{code}', finding.code) ?? pageUrl(finding)

/** A finding as the editor shows it; related places in files whose text is gone are left out. */
export function toDiagnostic(
  finding: Finding,
  lines: LineIndex,
  linesOf: (file: Uri) => LineIndex | undefined,
  rulePage: string | undefined,
  words: Language,
): Diagnostic {
  const related = placesBeside(finding).flatMap(({ at, message }) => {
    const other = linesOf(at.file)
    return other ? [{ location: { uri: at.file, range: toRange(at.span, other) }, message: word(message, words) }] : []
  })
  return {
    range: toRange(finding.at.span, lines),
    severity: severities[finding.level],
    code: finding.code,
    codeDescription: { href: toPage(finding, rulePage) },
    source: 'kafka-review',
    message: word(sentenceOf(finding), words),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  }
}

/** Findings that are folded, as one hint that leads to each of them; nothing where there are none. */
function toFoldedDiagnostic(findings: readonly Finding[], lines: LineIndex, words: Language): Diagnostic[] {
  const [first] = findings
  return first
    ? [
        {
          range: toRange(first.at.span, lines),
          severity: DiagnosticSeverity.Hint,
          source: 'kafka-review',
          message: word(say('folded.one', { count: findings.length }), words),
          relatedInformation: findings.map(finding => ({
            location: { uri: finding.at.file, range: toRange(finding.at.span, lines) },
            message: `${finding.code} ${finding.level} ${word(sentenceOf(finding), words)}`,
          })),
        },
      ]
    : []
}

/** A finding of the baseline: faded, and no problem. */
const fade = (diagnostic: Diagnostic): Diagnostic => ({
  ...diagnostic,
  severity: DiagnosticSeverity.Hint,
  tags: [DiagnosticTag.Unnecessary],
})

/** The findings of a file as the editor shows them: what is accepted is left out, what is folded comes as one, what a baseline knows is faded. */
export function toDiagnostics(
  findings: readonly Finding[],
  lines: LineIndex,
  linesOf: (file: Uri) => LineIndex | undefined,
  rulePage: string | undefined,
  words: Language,
  known: ReadonlySet<Finding> = new Set(),
): Diagnostic[] {
  const open = findings.filter(({ suppressed }) => !suppressed)
  return [
    ...open
      .filter(({ folded }) => !folded)
      .map(finding => {
        const diagnostic = toDiagnostic(finding, lines, linesOf, rulePage, words)
        return known.has(finding) ? fade(diagnostic) : diagnostic
      }),
    ...toFoldedDiagnostic(
      open.filter(({ folded }) => folded),
      lines,
      words,
    ),
  ]
}

/** Edits of one text, as the protocol writes them. */
export function toEdits(edits: readonly TextEdit[], text: string): LspEdit[] {
  const lines = indexLines(text)
  return edits.map(({ span, text: newText }) => ({ range: toRange(span, lines), newText }))
}
