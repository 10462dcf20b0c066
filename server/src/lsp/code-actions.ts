import { CodeActionKind, type CodeAction, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver'
import type { Db } from '../assess/db.ts'
import { renderFix } from '../fix.ts'
import type { Fix } from '../model/semantic-edit.ts'
import { acceptances } from '../rules/configuration/acceptance.ts'
import type { Finding } from '../rules/finding.ts'
import { indexLines } from '../text/line-index.ts'
import { overlaps, type Span } from '../text/span.ts'
import { toUri, type Uri } from '../text/uri.ts'
import { say } from '../words/message.ts'
import { editOf } from './edits.ts'
import { editTogether, fixAllKind, fixAllSafe, fixesAlike, isHarmless, preferredFix } from './fix-together.ts'
import { fromRange } from './from-lsp.ts'
import type { PlaceCursorParams } from './protocol.ts'
import { ask, type Served, type Texts } from './served.ts'
import { toRange } from './to-lsp.ts'

/** What an action carries until it is chosen: which finding it is about, and which of its fixes it is or where it mends all like it. */
interface FixReference {
  readonly uri: Uri
  readonly code: string
  readonly start: number
  readonly end: number
  /** What it changes, in whatever words. */
  readonly fix?: string
  readonly all?: 'file' | 'workspace'
}

/** The kinds of the actions, for whoever binds a key to one. */
const kinds = {
  one: CodeActionKind.QuickFix,
  accept: `${CodeActionKind.QuickFix}.kafkaReview.accept`,
  file: `${CodeActionKind.QuickFix}.kafkaReview.file`,
  workspace: `${CodeActionKind.QuickFix}.kafkaReview.workspace`,
} as const

/** A fix is told by its changes: its title is for people. */
const idOf = ({ edits }: Fix): string => JSON.stringify(edits)

/** Serves the quick fixes of findings, and all safe ones at once. */
export function serveCodeActions(served: Served): void {
  const { connection, texts, state, workspace } = served
  const previews = (): boolean => state.client.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined
  const edit = (reference: FixReference): Pick<CodeAction, 'edit' | 'command'> => {
    const { db } = ask(served)
    const finding = workspace().review.findings(toUri(reference.uri)).find(isOf(reference))
    if (!finding) return {}
    if (reference.all !== undefined) return together(finding, reference.all, served, previews())
    const fix = [...finding.fixes, ...acceptances(finding, db)].find(candidate => idOf(candidate) === reference.fix)
    const { edit: changes, hole } = (fix && editOf(fix, texts, served.locale().words, previews())) ?? {}
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
    const all = context.only && asks(fixAllKind) ? [fixAllSafe(uri, findings, served) ?? []].flat() : []
    const lines = linesOf(uri)
    if (!lines || !Object.values(kinds).some(asks)) return all
    const touched = findingsAt(uri, fromRange(range, lines), findings, context.diagnostics, texts)
    const laterOn = state.client.textDocument?.codeAction?.resolveSupport?.properties.includes('edit')
    const actions = [
      ...touched.flatMap(one => offerFixes(one, served)),
      ...touched.flatMap(one => offerAll(one, served, previews())),
      ...onceEach(touched.flatMap(one => offerAcceptances(one, db, served))),
    ].filter(({ kind }) => asks(kind ?? ''))
    return [
      ...(laterOn ? actions : actions.map(action => ({ ...action, ...edit(action.data as FixReference) }))),
      ...(asks(kinds.one) ? onceEach(touched.flatMap(one => openPage(one, served))) : []),
      ...all,
    ]
  })
  // A configuration that has not been read yet is not written anew.
  connection.onCodeActionResolve(async action => {
    await served.loaded()
    return action.data === undefined ? action : { ...action, ...edit(action.data as FixReference) }
  })
}

/** A finding that a span touches, with its diagnostics as the editor has them. */
interface Touched {
  readonly finding: Finding
  readonly diagnostics: Diagnostic[]
}

function findingsAt(
  uri: Uri,
  span: Span,
  findings: readonly Finding[],
  shown: readonly Diagnostic[],
  { textOf }: Texts,
): Touched[] {
  const lines = indexLines(textOf(uri) ?? '')
  return findings
    .filter(
      ({ at, suppressed }) =>
        !suppressed && (overlaps(at.span, span) || at.span.start === span.start || at.span.end === span.end),
    )
    .map(finding => {
      const { line, character } = toRange(finding.at.span, lines).start
      const diagnostics = shown.filter(
        ({ code, range: { start } }) => code === finding.code && start.line === line && start.character === character,
      )
      return { finding, diagnostics }
    })
}

/** An action about a finding; its edit is made when it is chosen. */
const action = (
  { finding: { code, at }, diagnostics }: Touched,
  title: string,
  what: Pick<FixReference, 'fix' | 'all'>,
  kind: keyof typeof kinds = what.all ?? 'one',
): CodeAction => ({
  title,
  kind: kinds[kind],
  diagnostics,
  data: { uri: at.file, code, start: at.span.start, end: at.span.end, ...what } satisfies FixReference,
})

const isPossible = (fix: Fix, { textOf }: Texts): boolean => renderFix(fix, textOf) !== undefined

function offerFixes(touched: Touched, { texts, tell }: Served): CodeAction[] {
  const preferred = preferredFix(touched.finding)
  return touched.finding.fixes
    .filter(fix => isPossible(fix, texts))
    .map(fix => ({
      ...action(touched, tell(fix.title), { fix: idOf(fix) }),
      ...(fix === preferred ? { isPreferred: true } : {}),
    }))
}

/** The ways to mend everything that the same rule says, where it says it more than once. */
function offerAll(touched: Touched, { workspace, tell }: Served, previews: boolean): CodeAction[] {
  const { finding } = touched
  const { review } = workspace()
  const { code } = finding
  const here = fixesAlike(finding, review.findings(finding.at.file))
  if (here.length === 0 || (!previews && here.some(fix => !isHarmless(fix)))) return []
  const files = [...review.files()].filter(file => fixesAlike(finding, review.findings(file)).length > 0).length
  return [
    ...(here.length > 1 ? [action(touched, tell(say('action.fixRuleInFile', { code })), { all: 'file' })] : []),
    ...(files > 1 && previews
      ? [action(touched, tell(say('action.fixRuleEverywhere', { code, files })), { all: 'workspace' })]
      : []),
  ]
}

/** The edit that mends everything that the same rule says in a file or in the workspace. */
function together(
  finding: Finding,
  all: 'file' | 'workspace',
  { workspace, texts, locale }: Served,
  previews: boolean,
): { edit?: WorkspaceEdit } {
  const { review } = workspace()
  const { code } = finding
  const files = all === 'file' ? [finding.at.file] : [...review.files()]
  const fixes = files.flatMap(file => fixesAlike(finding, review.findings(file)))
  const edit = editTogether(fixes, say('action.fixRuleInFile', { code }), texts, locale().words, previews)
  return edit ? { edit } : {}
}

/** A comment above the line where the format has comments, else an entry of the configuration; then wider ones. */
function offerAcceptances(touched: Touched, db: Db, { texts, tell }: Served): CodeAction[] {
  return acceptances(touched.finding, db)
    .filter(fix => isPossible(fix, texts))
    .map(fix => action(touched, tell(fix.title), { fix: idOf(fix) }, 'accept'))
}

function openPage({ finding: { code }, diagnostics }: Touched, { state, tell }: Served): CodeAction[] {
  const command = state.options.openPage
  const title = tell(say('action.openPage', { code }))
  return command === undefined
    ? []
    : [{ title, kind: kinds.one, diagnostics, command: { title, command, arguments: [code] } }]
}

/** What several findings of one place offer alike. */
const onceEach = (actions: readonly CodeAction[]): CodeAction[] => [
  ...new Map(actions.map(one => [one.title, one])).values(),
]

const isOf =
  ({ uri, code, start, end }: FixReference) =>
  ({ code: other, at }: Finding): boolean =>
    other === code && at.file === uri && at.span.start === start && at.span.end === end
