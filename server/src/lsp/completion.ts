import { CompletionItemKind, type CompletionItem, type Range, type ServerCapabilities } from 'vscode-languageserver'
import type { Db } from '../assess/db.ts'
import { countryName } from '../assess/place-messages.ts'
import type { LineIndex } from '../text/line-index.ts'
import { baseName, toUri, type Uri } from '../text/uri.ts'
import { word, type Language } from '../words/message.ts'
import { codes, keysAt, valuesAt, shapeAt, type Offer } from './configuration-offers.ts'
import { ask, type Served } from './served.ts'
import { toRange } from './to-lsp.ts'
import { yamlContextAt } from './yaml-context.ts'

/** Where something is offered: our own configuration, our own comments, values that decide where data goes. */
export const completionCapabilities: ServerCapabilities = {
  completionProvider: { triggerCharacters: [' ', '-', '['] },
}

/** Serves completion; in what others complete nothing is offered. */
export function serveCompletion(served: Served): void {
  served.connection.onCompletion(async ({ textDocument, position }): Promise<CompletionItem[]> => {
    const uri = toUri(textDocument.uri)
    const text = served.texts.textOf(uri)
    await served.loaded()
    const { db, words, linesOf, offsetOf } = ask(served)
    const [lines, offset] = [linesOf(uri), offsetOf(uri, position)]
    if (text === undefined || !lines || offset === undefined) return []
    const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
    const directive = /kafka-review-ignore(?:-file)?\s(?:[A-Z]{2}\d{3}[,\s]+)*([A-Za-z]*\d*)$/.exec(before)
    if (directive) return offerCodes(served, uri, lines, offset, directive[1] ?? '')
    if (baseName(uri) === '.kafka-review.yaml') return offerConfiguration(served, db, uri, text, lines, offset)
    const region = /region["']?\s*[:=]\s*["']?([\w-]*)$/i.exec(before)
    const typed = region?.[1] ?? ''
    return region && db.estate.facts(uri)
      ? offerRegions(db, words, toRange({ start: offset - typed.length, end: offset }, lines))
      : []
  })
}

/** The codes of rules behind a comment that silences them; first those that speak in the lines around it. */
function offerCodes(
  { workspace, locale }: Served,
  uri: Uri,
  lines: LineIndex,
  offset: number,
  typed: string,
): CompletionItem[] {
  const line = (at: number): number => lines.position(at).line
  const near = new Set(
    workspace()
      .review.findings(uri)
      .filter(({ at }) => line(at.span.start) >= line(offset) && line(at.span.start) <= line(offset) + 2)
      .map(({ code }) => code),
  )
  const range = toRange({ start: offset - typed.length, end: offset }, lines)
  return codes({ locale: locale() }).map(offer => ({
    ...item(offer, range),
    sortText: `${near.has(offer.label) ? 0 : 1}${offer.label}`,
    ...(near.has(offer.label) ? { preselect: true } : {}),
  }))
}

function offerConfiguration(
  { locale }: Served,
  db: Db,
  file: Uri,
  text: string,
  lines: LineIndex,
  offset: number,
): CompletionItem[] {
  const { path, isValue, span } = yamlContextAt(text, offset)
  const asking = { db, file, locale: locale() }
  const range = toRange(span, lines)
  if (isValue) return valuesAt(path, asking).map(offer => item(offer, range))
  const keys = keysAt(path, asking).map(offer => ({
    ...item(offer, range),
    textEdit: { range, newText: written(offer.label, path) },
  }))
  return keys.length > 0 || path.at(-1) !== '[]' ? keys : valuesAt(path, asking).map(offer => item(offer, range))
}

/** A key with what follows it: an item or keys of its own come on lines below. */
function written(key: string, path: readonly string[]): string {
  const type = shapeAt([...path, key])?.type
  const indent = '  '.repeat(path.length + 1)
  if (type === 'object') return `${key}:\n${indent}`
  return type === 'array' ? `${key}:\n${indent}- ` : `${key}: `
}

/** The regions of all clouds, each with its country and whose they are. */
function offerRegions(db: Db, words: Language, range: Range): CompletionItem[] {
  const { regions, providers, countries } = db.knowledge
  return [...regions].flatMap(([system, bySystem]) => {
    const provider =
      providers.get(system) ?? [...providers.values()].find(({ regionSystem }) => regionSystem === system)
    return [...bySystem.values()].map(({ code, name, countries: where }) => ({
      ...item({ label: code, kind: 'word' }, range),
      detail: [
        where
          .flatMap(id => {
            const country = countries.get(id)
            return country ? word(countryName(country), words) : []
          })
          .join(', '),
        name,
        ...(provider ? [provider.short] : []),
      ].join(' · '),
    }))
  })
}

const kinds = {
  key: CompletionItemKind.Property,
  word: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Reference,
} as const

const item = ({ label, detail, documentation, kind }: Offer, range: Range): CompletionItem => ({
  label,
  kind: kinds[kind],
  textEdit: { range, newText: label },
  ...(detail === undefined ? {} : { detail, labelDetails: { description: detail } }),
  ...(documentation === undefined ? {} : { documentation }),
})
