import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Diagnostic,
  type PreviousResultId,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver'
import { indexLines, type LineIndex } from '../text/line-index.ts'
import type { Texts } from './code-actions.ts'
import { toDiagnostic } from './to-lsp.ts'
import type { Workspace } from './workspace.ts'
import { toUri, type Uri } from '../text/uri.ts'

/** The diagnostics of a file and the id of this result: the same findings have the same id. */
export function diagnose(
  uri: Uri,
  workspace: Workspace,
  texts: Texts,
  rulePage: string | undefined,
): { items: Diagnostic[]; resultId: string } {
  const text = texts.textOf(uri)
  if (text === undefined) return { items: [], resultId: 'none' }
  const known = new Map<Uri, LineIndex | undefined>([[uri, indexLines(text)]])
  const linesOf = (file: Uri): LineIndex | undefined => {
    if (!known.has(file)) {
      const other = texts.textOf(file)
      known.set(file, other === undefined ? undefined : indexLines(other))
    }
    return known.get(file)
  }
  const lines = indexLines(text)
  const items = workspace.review
    .findings(uri)
    .flatMap(finding => (finding.suppressed ? [] : [toDiagnostic(finding, lines, linesOf, rulePage)]))
  return { items, resultId: items.length === 0 ? 'none' : hash(JSON.stringify(items)) }
}

/** What has to be told of the workspace: files in `wanted` whose result is new, and files that were told of and are not wanted any more. */
export function diagnoseWorkspace(
  wanted: ReadonlySet<Uri>,
  told: Map<Uri, string>,
  versionOf: Texts['versionOf'],
  diagnoseFile: (uri: Uri) => { items: Diagnostic[]; resultId: string },
  token: CancellationToken,
): WorkspaceDocumentDiagnosticReport[] {
  const reports: WorkspaceDocumentDiagnosticReport[] = []
  for (const uri of new Set([...wanted, ...told.keys()])) {
    if (token.isCancellationRequested) break
    const { items, resultId } = wanted.has(uri) ? diagnoseFile(uri) : { items: [], resultId: 'none' }
    if ((told.get(uri) ?? 'none') === resultId) continue
    if (resultId === 'none') told.delete(uri)
    else told.set(uri, resultId)
    reports.push({ uri, version: versionOf(uri), kind: DocumentDiagnosticReportKind.Full, items, resultId })
  }
  return reports
}

/** The results that a client already has. */
export const toldBefore = (previous: readonly PreviousResultId[]): Map<Uri, string> =>
  new Map(previous.filter(({ value }) => value !== 'none').map(({ uri, value }) => [toUri(uri), value]))

function hash(text: string): string {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return `${(value >>> 0).toString(16)}-${text.length}`
}
