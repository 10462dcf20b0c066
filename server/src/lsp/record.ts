import { ResponseError, ErrorCodes, type Connection, type Location } from 'vscode-languageserver'
import type { Assessment } from '../assess/assessment.ts'
import { activityFor } from '../assess/settled.ts'
import { knownValue, type Place } from '../model/fact.ts'
import type { Fix } from '../model/semantic-edit.ts'
import { activityOf, processingsOf, recordOf, type Processing } from '../records/activities.ts'
import { recordFormats, type RecordFormat } from '../records/formats.ts'
import { activityMarkdown } from '../records/markdown.ts'
import { english } from '../records/words/en.ts'
import { languages } from '../records/words/languages.ts'
import type { Finding } from '../rules/finding.ts'
import { configurationSlot } from '../rules/configuration-slot.ts'
import { indexLines, type LineIndex } from '../text/line-index.ts'
import { baseName, pathBelow } from '../text/uri.ts'
import { say, word } from '../words/message.ts'
import { editOf, type Texts } from './code-actions.ts'
import { fromRange } from './from-lsp.ts'
import type { DeclareParams, RecordForm, RecordParams, SnippetParams, SnippetResult } from './protocol.ts'

/** Answers what a client asks about the record; `estate` resolves when the workspace has been read. */
export function serveRecord(
  connection: Connection,
  estate: () => Promise<Assessment>,
  findings: () => readonly Finding[],
  texts: Texts,
): void {
  connection.onRequest(
    'kafkaReview/snippet',
    async ({ uri, position }: SnippetParams): Promise<SnippetResult> =>
      makeSnippet(uri, position, await estate(), texts),
  )
  connection.onRequest('kafkaReview/recordForms', (): RecordForm[] =>
    Object.entries(recordFormats).map(([id, { name, ending }]) => ({ id, name, ending })),
  )
  connection.onRequest(
    'kafkaReview/record',
    async ({ form, language }: RecordParams): Promise<string> =>
      encode(writeRecord(form, language, await estate(), findings, texts)),
  )
  connection.onRequest('kafkaReview/declare', async ({ uri, position }: DeclareParams): Promise<Location | null> => {
    const assess = await estate()
    const [processing] = processingsAt(uri, position, assess, texts)
    const change = processing && editOf(declaration(processing, assess), texts)
    if (!change?.hole) return null
    const { applied, failureReason } = await connection.workspace.applyEdit({
      label: word(say('action.declareActivity')),
      edit: change.edit,
    })
    if (!applied) throw new ResponseError(ErrorCodes.InternalError, failureReason ?? word(say('server.notApplied')))
    return change.hole
  })
}

/** The record of what stands at a position; of the whole file where nothing does. */
function makeSnippet(
  uri: string,
  position: SnippetParams['position'],
  assess: Assessment,
  texts: Texts,
): SnippetResult {
  const chosen = position ? processingsAt(uri, position, assess, texts).slice(0, 1) : []
  const activities = (chosen.length > 0 ? chosen : processingsOf(assess, uri)).map(processing =>
    activityOf([processing], assess),
  )
  const show = showIn(texts, baseName)
  return {
    markdown: activities.map(activity => activityMarkdown(activity, english, { show })).join('\n'),
    title: activities.map(({ name }) => name).join(', '),
  }
}

/** The processings whose text holds a position, the innermost first. */
function processingsAt(
  uri: string,
  position: DeclareParams['position'],
  assess: Assessment,
  texts: Texts,
): Processing[] {
  const offset = fromRange({ start: position, end: position }, indexLines(texts.textOf(uri) ?? '')).start
  const size = ({ extent }: Processing): number => extent.end - extent.start
  return processingsOf(assess, uri)
    .filter(({ extent }) => extent.start <= offset && offset <= extent.end)
    .sort((a, b) => size(a) - size(b))
}

/** What nobody has declared of a processing yet, to be filled in. */
function declaration({ name, file }: Processing, assess: Assessment): Fix {
  const match = knownValue(name) ?? ''
  const known = activityFor(match, assess.configurationFor(file))
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
        slot: configurationSlot(file, assess, 'record', 'activities'),
        value: { match, purposes: '', ...missing },
      },
    ],
  }
}

function writeRecord(
  form: string,
  language: string,
  assess: Assessment,
  findings: () => readonly Finding[],
  texts: Texts,
): string | Uint8Array {
  const words = Object.entries(languages).find(([id]) => language.startsWith(id))?.[1] ?? english
  const below = (file: string): string => pathBelow(assess.estate.rootOf(file) ?? '', file) ?? baseName(file)
  const record = recordOf(assess, assess.estate.files(), findings())
  const lineOf = linesIn(texts)
  const show = showIn(texts, below)
  if (form === 'preview')
    return recordFormats.markdown.write(record, words, {
      show,
      link: place => `/${below(place.file)}#L${lineOf(place)}`,
    })
  const format: RecordFormat | undefined = Object.entries(recordFormats).find(([id]) => id === form)?.[1]
  if (!format) throw new ResponseError(ErrorCodes.InvalidParams, word(say('server.noForm', { form })))
  return format.write(record, words, { show }, assess)
}

function linesIn(texts: Texts): (place: Place) => number {
  const indexes = new Map<string, LineIndex>()
  return ({ file, span }) => {
    const index = indexes.get(file) ?? indexLines(texts.textOf(file) ?? '')
    indexes.set(file, index)
    return index.position(span.start).line + 1
  }
}

function showIn(texts: Texts, name: (file: string) => string): (place: Place) => string {
  const lineOf = linesIn(texts)
  return place => `${name(place.file)}:${lineOf(place)}`
}

function encode(written: string | Uint8Array): string {
  const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}
