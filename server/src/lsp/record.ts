import type { Coverage } from '../assess/coverage.ts'
import { ErrorCodes, ResponseError, type Location, type WorkspaceEdit } from 'vscode-languageserver'
import type { Db } from '../assess/db.ts'
import { activityFor, configurationFor } from '../assess/declared.ts'
import { knownValue, type Place } from '../model/fact.ts'
import type { Fix } from '../model/semantic-edit.ts'
import type { Processing } from '../records/cells.ts'
import { activityOf, processingsOf, recordOf } from '../records/activities.ts'
import type { RecordFormat } from '../records/formats.ts'
import { renderFix } from '../fix.ts'
import { activityLines } from '../records/lines.ts'
import { activityMarkdown } from '../records/markdown.ts'
import type { ProcessingRecord, ShowPlace } from '../records/record.ts'
import type { Words } from '../records/words/words.ts'
import { loadLocale } from '../locale/load.ts'
import { localeIdOf } from '../locale/locale.ts'
import type { Finding } from '../rules/finding.ts'
import { configurationSlot } from '../rules/configuration-slot.ts'
import { indexLines } from '../text/line-index.ts'
import { say, word, type Message } from '../words/message.ts'
import { editOf } from './edits.ts'
import { fromRange } from './from-lsp.ts'
import type { DeclareParams, RecordForm, RecordParams, Snippet, SnippetParams, SnippetResult } from './protocol.ts'
import { ask, linesIn, pathInWorkspace, type Served, type Texts } from './served.ts'
import { baseName, toUri, type Uri } from '../text/uri.ts'

/** Serves the Art. 30 record: as a whole, of what stands at a position, and the declaration of what no file tells. */
export function serveRecord(served: Served): void {
  const { connection, texts, workspace, locale, tell } = served
  const estate = async (): Promise<Db> => {
    await served.loaded()
    return ask(served).db
  }
  const applied = async (edit: WorkspaceEdit, label: Message): Promise<void> => {
    const answer = await connection.workspace.applyEdit({ label: tell(label), edit })
    if (!answer.applied)
      throw new ResponseError(ErrorCodes.InternalError, answer.failureReason ?? tell(say('server.notApplied')))
  }
  const findings = (): Finding[] => findingsOf(served)
  connection.onRequest(
    'kafkaReview/snippet',
    async ({ uri, position }: SnippetParams): Promise<SnippetResult> =>
      makeSnippet(toUri(uri), position, await estate(), texts, locale().record),
  )
  connection.onRequest('kafkaReview/snippets', async (): Promise<Snippet[]> => {
    const { record: words } = locale()
    const { record, show } = recordIn(words, await estate(), findings(), texts, workspace().coverage())
    return record.activities.map(activity => ({
      title: activity.name,
      markdown: activityMarkdown(activity, words, { show }),
    }))
  })
  connection.onRequest('kafkaReview/comment', async ({ uri, position }: SnippetParams): Promise<void> => {
    const comment = position && commentAt(toUri(uri), position, await estate(), texts, locale().record)
    const change = comment && editOf(comment, texts, locale().words)
    if (change) await applied(change.edit, say('action.declareActivity'))
  })
  connection.onRequest(
    'kafkaReview/recordForms',
    async (): Promise<RecordForm[]> =>
      Object.entries(await forms()).map(([id, { name, ending }]) => ({ id, name, ending })),
  )
  connection.onRequest(
    'kafkaReview/record',
    async (params: RecordParams): Promise<string> => encode(await writeRecord(served, params)),
  )
  connection.onRequest('kafkaReview/declare', async ({ uri, position }: DeclareParams): Promise<Location | null> => {
    const db = await estate()
    const [processing] = processingsAt(toUri(uri), position, db, texts)
    const change = processing && editOf(declaration(processing, db), texts, locale().words)
    if (!change?.hole) return null
    await applied(change.edit, say('action.declareActivity'))
    return change.hole
  })
}

/** The findings of all files, those included that a keystroke has put off. */
function findingsOf({ workspace, lookAtAll }: Served): Finding[] {
  const { review } = workspace()
  lookAtAll()
  return [...review.files()].flatMap(uri => review.findings(uri))
}

/** The record of what stands at a position; of the whole file where nothing does. */
function makeSnippet(uri: Uri, position: SnippetParams['position'], db: Db, texts: Texts, words: Words): SnippetResult {
  const chosen = position ? processingsAt(uri, position, db, texts).slice(0, 1) : []
  const activities = (chosen.length > 0 ? chosen : processingsOf(db, uri)).map(processing =>
    activityOf([processing], db),
  )
  const show = showIn(texts, baseName)
  return {
    markdown: activities.map(activity => activityMarkdown(activity, words, { show })).join('\n'),
    title: activities.map(({ name }) => name).join(', '),
    commented: position !== undefined && renderComment(uri, position, db, texts, words) !== undefined,
  }
}

const renderComment = (...[uri, position, db, texts, words]: Parameters<typeof commentAt>): unknown => {
  const comment = commentAt(uri, position, db, texts, words)
  return comment && renderFix(comment, texts.textOf)
}

/** The record of what stands at a position, as comments above it. */
function commentAt(uri: Uri, position: DeclareParams['position'], db: Db, texts: Texts, words: Words): Fix | undefined {
  const [processing] = processingsAt(uri, position, db, texts)
  if (!processing) return undefined
  const { start } = processing.extent
  const at = { file: uri, span: { start, end: start } }
  return {
    title: say('action.declareActivity'),
    edits: activityLines(activityOf([processing], db), words).map(text => ({ op: 'comment', at, text })),
  }
}

/** The processings whose text holds a position, the innermost first. */
function processingsAt(uri: Uri, position: DeclareParams['position'], db: Db, texts: Texts): Processing[] {
  const offset = fromRange({ start: position, end: position }, indexLines(texts.textOf(uri) ?? '')).start
  const size = ({ extent }: Processing): number => extent.end - extent.start
  return processingsOf(db, uri)
    .filter(({ extent }) => extent.start <= offset && offset <= extent.end)
    .sort((a, b) => size(a) - size(b))
}

/** What nobody has declared of a processing yet, to be filled in. */
function declaration({ name, file }: Processing, db: Db): Fix {
  const match = knownValue(name) ?? ''
  const known = activityFor(match, configurationFor(db, file))
  const missing = {
    ...(known?.legalBasis.length ? {} : { legalBasis: '' }),
    ...(known?.subjects.length ? {} : { subjects: '' }),
    ...(known?.retention.length ? {} : { retention: '' }),
  }
  return {
    title: say('fix.declareProcessing', { name: match }),
    asks: 'purposes',
    edits: [
      {
        op: 'append',
        slot: configurationSlot(file, db, 'record', 'activities'),
        value: { match, purposes: '', ...missing },
      },
    ],
  }
}

/** The record of the workspace, with how its places are named. */
export function recordIn(
  words: Words,
  db: Db,
  findings: readonly Finding[],
  texts: Texts,
  coverage: readonly Coverage[],
): {
  readonly record: ProcessingRecord
  readonly show: ShowPlace
  below(file: Uri): string
  lineOf(place: Place): number
} {
  const below = (file: Uri): string => pathInWorkspace(db, file)
  const lineOf = lineIn(texts)
  const show = showIn(texts, below)
  const unread = coverage.flatMap(({ file, unread: places }) =>
    places.map(({ span, why }) => ({ place: show({ file, span }), why: word(why, words.messages) })),
  )
  return { record: recordOf(db, db.estate.files(), findings, unread), show, below, lineOf }
}

/** The forms of the record, loaded with the first that is asked for. */
const forms = async (): Promise<typeof import('../records/formats.ts').recordFormats> =>
  (await import('../records/formats.ts')).recordFormats

/** The record of the workspace in a form: a text, or the bytes of a workbook. Refuses a form that nobody knows. */
export async function writeRecord(served: Served, { form, language }: RecordParams): Promise<string | Uint8Array> {
  const { texts, tell, workspace } = served
  const [recordFormats] = await Promise.all([forms(), served.loaded()])
  const { db } = ask(served)
  const format: RecordFormat | undefined = Object.entries(recordFormats).find(([id]) => id === form)?.[1]
  const { record: words } = await loadLocale(format?.language ?? localeIdOf(language))
  const { record, show, below, lineOf } = recordIn(words, db, findingsOf(served), texts, workspace().coverage())
  if (form === 'preview')
    return recordFormats.markdown.write(record, words, {
      show,
      link: place => `/${below(place.file)}#L${lineOf(place)}`,
    })
  if (!format) throw new ResponseError(ErrorCodes.InvalidParams, tell(say('server.noForm', { form })))
  return format.write(record, words, { show }, db)
}

function lineIn(texts: Texts): (place: Place) => number {
  const linesOf = linesIn(texts)
  return ({ file, span }) => (linesOf(file)?.position(span.start).line ?? 0) + 1
}

function showIn(texts: Texts, name: (file: Uri) => string): (place: Place) => string {
  const lineOf = lineIn(texts)
  return place => `${name(place.file)}:${lineOf(place)}`
}

function encode(written: string | Uint8Array): string {
  const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}
