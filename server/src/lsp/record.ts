import type { Coverage } from '../assess/coverage.ts'
import { ResponseError, ErrorCodes, type Location } from 'vscode-languageserver'
import type { Db } from '../assess/db.ts'
import { activityFor, configurationFor } from '../assess/settled.ts'
import { knownValue, type Place } from '../model/fact.ts'
import type { Fix } from '../model/semantic-edit.ts'
import type { Processing } from '../records/cells.ts'
import { activityOf, processingsOf, recordOf } from '../records/activities.ts'
import { recordFormats, type RecordFormat } from '../records/formats.ts'
import { activityMarkdown } from '../records/markdown.ts'
import type { Words } from '../records/words/words.ts'
import { loadLocale } from '../locale/load.ts'
import { localeIdOf } from '../locale/locale.ts'
import type { Finding } from '../rules/finding.ts'
import { configurationSlot } from '../rules/configuration-slot.ts'
import { indexLines, type LineIndex } from '../text/line-index.ts'
import { say, word } from '../words/message.ts'
import { editOf } from './edits.ts'
import { fromRange } from './from-lsp.ts'
import type { DeclareParams, RecordForm, RecordParams, SnippetParams, SnippetResult } from './protocol.ts'
import { ask, type Served, type Texts } from './served.ts'
import { baseName, pathBelow, toUri, type Uri } from '../text/uri.ts'

/** Serves the Art. 30 record: as a whole, of what stands at a position, and the declaration of what no file tells. */
export function serveRecord(served: Served): void {
  const { connection, texts, workspace, locale, tell } = served
  const estate = async (): Promise<Db> => {
    await served.loaded()
    return ask(served).db
  }
  const findings = (): Finding[] => [...workspace().review.files()].flatMap(uri => workspace().review.findings(uri))
  connection.onRequest(
    'kafkaReview/snippet',
    async ({ uri, position }: SnippetParams): Promise<SnippetResult> =>
      makeSnippet(toUri(uri), position, await estate(), texts, locale().record),
  )
  connection.onRequest('kafkaReview/recordForms', (): RecordForm[] =>
    Object.entries(recordFormats).map(([id, { name, ending }]) => ({ id, name, ending })),
  )
  connection.onRequest(
    'kafkaReview/record',
    async ({ form, language }: RecordParams): Promise<string> =>
      encode(await writeRecord(form, language, await estate(), findings, texts, served.workspace().coverage(), tell)),
  )
  connection.onRequest('kafkaReview/declare', async ({ uri, position }: DeclareParams): Promise<Location | null> => {
    const db = await estate()
    const [processing] = processingsAt(toUri(uri), position, db, texts)
    const change = processing && editOf(declaration(processing, db), texts, locale().words)
    if (!change?.hole) return null
    const { applied, failureReason } = await connection.workspace.applyEdit({
      label: tell(say('action.declareActivity')),
      edit: change.edit,
    })
    if (!applied) throw new ResponseError(ErrorCodes.InternalError, failureReason ?? tell(say('server.notApplied')))
    return change.hole
  })
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
    ...(known?.retention ? {} : { retention: '' }),
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

async function writeRecord(
  form: string,
  language: string,
  db: Db,
  findings: () => readonly Finding[],
  texts: Texts,
  coverage: readonly Coverage[],
  tell: Served['tell'],
): Promise<string | Uint8Array> {
  const { record: words } = await loadLocale(localeIdOf(language))
  const below = (file: Uri): string => {
    const root = db.estate.rootOf(file)
    return (root && pathBelow(root, file)) ?? baseName(file)
  }
  const lineOf = linesIn(texts)
  const show = showIn(texts, below)
  const unread = coverage.flatMap(({ file, unread: places }) =>
    places.map(({ span, why }) => ({ place: show({ file, span }), why: word(why, words.messages) })),
  )
  const record = recordOf(db, db.estate.files(), findings(), unread)
  if (form === 'preview')
    return recordFormats.markdown.write(record, words, {
      show,
      link: place => `/${below(place.file)}#L${lineOf(place)}`,
    })
  const format: RecordFormat | undefined = Object.entries(recordFormats).find(([id]) => id === form)?.[1]
  if (!format) throw new ResponseError(ErrorCodes.InvalidParams, tell(say('server.noForm', { form })))
  return format.write(record, words, { show }, db)
}

function linesIn(texts: Texts): (place: Place) => number {
  const indexes = new Map<Uri, LineIndex>()
  return ({ file, span }) => {
    const index = indexes.get(file) ?? indexLines(texts.textOf(file) ?? '')
    indexes.set(file, index)
    return index.position(span.start).line + 1
  }
}

function showIn(texts: Texts, name: (file: Uri) => string): (place: Place) => string {
  const lineOf = linesIn(texts)
  return place => `${name(place.file)}:${lineOf(place)}`
}

function encode(written: string | Uint8Array): string {
  const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}
