import {
  CodeActionKind,
  type CodeAction,
  type Diagnostic,
  type Location,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { Db } from '../assess/db.ts'
import { renderFix } from '../fix.ts'
import type { Fix } from '../model/semantic-edit.ts'
import { acceptances } from '../rules/configuration/acceptance.ts'
import type { Finding, OfferedFix } from '../rules/finding.ts'
import { indexLines } from '../text/line-index.ts'
import { overlaps, type Span } from '../text/span.ts'
import { toUri, type Uri } from '../text/uri.ts'
import { say, type Language } from '../words/message.ts'
import { editOf } from './edits.ts'
import { fromRange } from './from-lsp.ts'
import type { PlaceCursorParams } from './protocol.ts'
import { ask, type Served, type Texts } from './served.ts'
import { toEdits, toRange } from './to-lsp.ts'

/** What an action carries until it is chosen: which fix of which finding it is. */
interface FixReference {
  readonly uri: Uri
  readonly code: string
  readonly start: number
  readonly end: number
  /** What it changes, in whatever words. */
  readonly fix: string
}

/** A fix is told by its changes: its title is for people. */
const idOf = ({ edits }: Fix): string => JSON.stringify(edits)

/** Serves the quick fixes of findings, and all safe ones at once. */
export function serveCodeActions(served: Served): void {
  const { connection, texts, state, workspace } = served
  const edit = (fix: FixReference): Pick<CodeAction, 'edit' | 'command'> => {
    const previews = state.client.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined
    const findings = workspace().review.findings(toUri(fix.uri))
    const { edit: changes, hole } =
      resolveFix(fix, findings, ask(served).db, texts, served.locale().words, previews) ?? {}
    const { placeCursor } = state.options
    const command = hole &&
      placeCursor && {
        command: placeCursor,
        title: served.tell(say('action.writeRest')),
        arguments: [hole satisfies PlaceCursorParams],
      }
    return { ...(changes ? { edit: changes } : {}), ...(command ? { command } : {}) }
  }
  connection.onCodeAction(({ textDocument, range, context }) => {
    const uri = toUri(textDocument.uri)
    const asks = (kind: string): boolean =>
      !context.only || context.only.some(wanted => kind === wanted || kind.startsWith(`${wanted}.`))
    const { db, linesOf } = ask(served)
    const findings = workspace().review.findings(uri)
    const all = context.only && asks(fixAllKind) ? [fixAll(uri, findings, texts, served.tell) ?? []].flat() : []
    const lines = linesOf(uri)
    if (!lines || !asks(CodeActionKind.QuickFix)) return all
    const actions = offerFixes(uri, fromRange(range, lines), findings, context.diagnostics, db, texts, served.tell)
    const laterOn = state.client.textDocument?.codeAction?.resolveSupport?.properties.includes('edit')
    return [
      ...(laterOn ? actions : actions.map(action => ({ ...action, ...edit(action.data as FixReference) }))),
      ...all,
    ]
  })
  // A configuration that has not been read yet is not written anew.
  connection.onCodeActionResolve(async action => {
    await served.loaded()
    return action.data === undefined ? action : { ...action, ...edit(action.data as FixReference) }
  })
}

/** The fixes of the findings that a span touches, and after them the way to accept each; the edits are made when one is chosen. */
function offerFixes(
  uri: Uri,
  span: Span,
  findings: readonly Finding[],
  shown: readonly Diagnostic[],
  db: Db,
  texts: Texts,
  tell: Served['tell'],
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
      const safe = finding.fixes.filter(isSafe)
      const preferred = safe.length === 1 ? safe[0] : undefined
      const offer = (fix: Fix): CodeAction => ({
        title: tell(fix.title),
        kind: CodeActionKind.QuickFix,
        diagnostics,
        ...(preferred === fix ? { isPreferred: true } : {}),
        data: {
          uri,
          code: finding.code,
          start: finding.at.span.start,
          end: finding.at.span.end,
          fix: idOf(fix),
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

/** Whether a fix has one right answer and cannot change what runs. */
const isSafe = ({ safe, does }: OfferedFix): boolean => safe === true && does === 'safe'

/** All safe fixes of a file as one action; undefined where there is none. */
function fixAll(uri: Uri, findings: readonly Finding[], texts: Texts, tell: Served['tell']): CodeAction | undefined {
  const text = texts.textOf(uri)
  const safe = findings.flatMap(({ fixes, suppressed }) => (suppressed ? [] : fixes.filter(isSafe).slice(0, 1)))
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
    title: tell(say('action.fixAll')),
    kind: fixAllKind,
    edit: { documentChanges: [{ textDocument: { uri, version: texts.versionOf(uri) }, edits: toEdits(apart, text) }] },
  }
}

/** The edits of a fix against the texts as they are now, and the place where it leaves something to write; undefined when the finding is gone or a person has to make them. `previews`: the editor can show a change before it makes it. */
function resolveFix(
  { uri, code, start, end, fix: id }: FixReference,
  findings: readonly Finding[],
  db: Db,
  texts: Texts,
  words: Language,
  previews = false,
): { readonly edit: WorkspaceEdit; readonly hole?: Location } | undefined {
  const finding = findings.find(
    ({ code: other, at }) => other === code && at.file === uri && at.span.start === start && at.span.end === end,
  )
  const fix = finding && [...finding.fixes, ...acceptances(finding, db)].find(candidate => idOf(candidate) === id)
  return fix && editOf(fix, texts, words, previews)
}
