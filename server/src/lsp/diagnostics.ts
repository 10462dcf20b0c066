import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Diagnostic,
  type PreviousResultId,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver'
import { toUri, type Uri } from '../text/uri.ts'
import { knownIn } from './baseline.ts'
import { linesIn, type Served, type Texts } from './served.ts'
import { makeSignal } from './signal.ts'
import { toDiagnostics } from './to-lsp.ts'

/** Serves the findings: pulled by file, pulled for the workspace, or pushed to clients that do not pull. */
export function serveDiagnostics(served: Served): void {
  const { connection, state, texts } = served
  const changedSignal = makeSignal()
  served.onChange((changed, edited) => {
    if (changed.size === 0) return
    changedSignal.raise()
    announce(served, changed, edited)
  })
  connection.languages.diagnostics.on(({ textDocument, previousResultId }) => {
    const { items, resultId } = diagnose(toUri(textDocument.uri), served)
    return resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, items, resultId }
  })
  // Long-polled: the answer waits until there is something to tell; a client that takes partial results is told as it comes.
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, partial) => {
    const told = toldBefore(previousResultIds)
    await state.loaded
    while (!token.isCancellationRequested) {
      // What was put off is told when all of it has been looked at.
      const items = served.workspace().review.isBehind()
        ? []
        : diagnoseWorkspace(wanted(served), told, texts.versionOf, uri => diagnose(uri, served), token)
      if (items.length > 0) {
        if (!partial) return { items }
        partial.report({ items })
      }
      await Promise.race([changedSignal.next(), cancelled(token)])
    }
    return { items: [] }
  })
}

const cancelled = (token: CancellationToken): Promise<void> =>
  new Promise(resolve => token.onCancellationRequested(() => resolve()))

/** The files whose findings are shown. */
function wanted({ state, openFiles, workspace }: Served): Set<Uri> {
  const { review } = workspace()
  if (state.settings.scope === 'workspace' || state.reviewsAll) return new Set(review.files())
  const { changedFiles } = state
  const named = state.settings.scope === 'changed' && changedFiles ? [...changedFiles] : openFiles()
  return new Set(named.filter(uri => review.estate.facts(uri)))
}

/** Tells the client that findings have changed: what it shows beside the file that was edited is out of date. */
function announce(served: Served, changed: ReadonlySet<Uri>, edited?: Uri): void {
  const { connection, state, openFiles, background, texts } = served
  const { client } = state
  const open = openFiles().filter(uri => uri !== edited)
  if (open.length > 0 && client.workspace?.inlayHint?.refreshSupport)
    background('refreshing hints', () => connection.languages.inlayHint.refresh())
  if (!client.textDocument?.diagnostic) {
    const shown = wanted(served)
    for (const uri of changed) {
      const version = texts.versionOf(uri)
      const diagnostics = shown.has(uri) ? diagnose(uri, served).items : []
      background('telling findings', () =>
        connection.sendDiagnostics({ uri, ...(version === null ? {} : { version }), diagnostics }),
      )
    }
  } else if (client.workspace?.diagnostics?.refreshSupport && open.some(uri => changed.has(uri)))
    background('refreshing findings', () => connection.languages.diagnostics.refresh())
}

/** The diagnostics of a file and the id of this result: the same findings have the same id. */
function diagnose(uri: Uri, { workspace, texts, state, locale }: Served): { items: Diagnostic[]; resultId: string } {
  const linesOf = linesIn(texts)
  const lines = linesOf(uri)
  if (!lines) return { items: [], resultId: 'none' }
  const items = toDiagnostics(
    workspace().review.findings(uri),
    lines,
    linesOf,
    state.options.rulePage,
    locale().words,
    knownIn(uri, state.baselines, workspace().review),
  )
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
const toldBefore = (previous: readonly PreviousResultId[]): Map<Uri, string> =>
  new Map(previous.filter(({ value }) => value !== 'none').map(({ uri, value }) => [toUri(uri), value]))

function hash(text: string): string {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return `${(value >>> 0).toString(16)}-${text.length}`
}
