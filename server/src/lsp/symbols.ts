import { SymbolKind, type DocumentSymbol, type ServerCapabilities, type WorkspaceSymbol } from 'vscode-languageserver'
import type { SchemaRecord } from '../model/entities.ts'
import { placeOf, knownValue, type Place } from '../model/fact.ts'
import type { Namer } from '../model/mentions.ts'
import type { LineIndex } from '../text/line-index.ts'
import type { Span } from '../text/span.ts'
import type { Secrets } from '../text/secrets.ts'
import { english } from '../words/en/english.ts'
import { say, word, type Language, type EntryOf } from '../words/message.ts'
import { ask, type Served } from './served.ts'
import { toRange } from './to-lsp.ts'
import { baseName, folderName, folderOf, toUri, type Uri } from '../text/uri.ts'

/** What looking names up offers. */
export const symbolCapabilities: ServerCapabilities = {
  documentSymbolProvider: { label: 'Kafka Review' },
  workspaceSymbolProvider: true,
}

/** More are nobody's answer. */
const most = 500

/** Serves the outline of a file, and names in the whole workspace. */
export function serveSymbols(served: Served): void {
  const { connection, loaded, workspace } = served
  connection.onDocumentSymbol(async ({ textDocument }) => {
    await loaded()
    const uri = toUri(textDocument.uri)
    const { db, words, linesOf } = ask(served)
    const lines = linesOf(uri)
    return lines
      ? db.estate
          .entities(uri)
          .flatMap(entity => outline(entity, uri, lines, words))
          .map(struckBy(db.estate.secrets))
      : []
  })
  connection.onWorkspaceSymbol(async ({ query }): Promise<WorkspaceSymbol[]> => {
    await loaded()
    const { words, locate, db } = ask(served)
    const wanted = query.toLowerCase()
    const { review } = workspace()
    const found: WorkspaceSymbol[] = []
    for (const file of review.files()) {
      for (const entity of review.estate.entities(file)) {
        const symbol = symbolOf(entity)
        if (!symbol || !holdsInOrder(symbol.name.toLowerCase(), wanted)) continue
        const containerName = `${kindName(entity, words)} · ${folderName(folderOf(file))}/${baseName(file)}`
        found.push(...locate(placeOf(entity.name)).map(location => ({ ...symbol, location, containerName })))
      }
      if (found.length >= most) break
    }
    return found.slice(0, most).map(struckBy(db.estate.secrets))
  })
}

/** A symbol that may be called like a secret, without it. */
const struckBy =
  (secrets: Secrets) =>
  <S extends { name: string; detail?: string; children?: DocumentSymbol[] }>(symbol: S): S => ({
    ...symbol,
    name: secrets.struckFrom(symbol.name),
    ...(symbol.detail === undefined ? {} : { detail: secrets.struckFrom(symbol.detail) }),
    ...(symbol.children ? { children: symbol.children.map(struckBy(secrets)) } : {}),
  })

const kinds: Readonly<Partial<Record<EntryOf<'kind'>, SymbolKind>>> = {
  cluster: SymbolKind.Module,
  'node-pool': SymbolKind.Object,
  topic: SymbolKind.Event,
  group: SymbolKind.Interface,
  'connect-cluster': SymbolKind.Package,
  connector: SymbolKind.Function,
  client: SymbolKind.Class,
  flow: SymbolKind.Function,
  record: SymbolKind.Struct,
}

/** Whether the words have a name for the kind of an entity. */
const isNamed = (kind: string): kind is EntryOf<'kind'> => Object.hasOwn(english.kind, kind)

const kindName = ({ kind }: Namer, words: Language): string => (isNamed(kind) ? word(say(`kind.${kind}`), words) : '')

/** Access lists and configurations are no symbols, groups only where they are somebody's own. */
function symbolOf(entity: Namer): { readonly kind: SymbolKind; readonly name: string } | undefined {
  const kind = isNamed(entity.kind) ? kinds[entity.kind] : undefined
  const name = knownValue(entity.name)
  return kind === undefined || name === undefined || (entity.kind === 'group' && entity.role.startsWith('access'))
    ? undefined
    : { kind, name }
}

function outline(entity: Namer, uri: Uri, lines: LineIndex, words: Language): DocumentSymbol[] {
  const symbol = symbolOf(entity)
  if (!symbol) return []
  const own = within(placeOf(entity.name), entity.extent, uri)
  const detail = entity.kind === 'group' ? entity.owner : kindName(entity, words)
  return [
    {
      ...symbol,
      detail,
      range: toRange(around(entity.extent, own), lines),
      selectionRange: toRange(own, lines),
      ...(entity.kind === 'record' ? { children: fields(entity, uri, lines) } : {}),
    },
  ]
}

const fields = ({ fields: all }: SchemaRecord, uri: Uri, lines: LineIndex): DocumentSymbol[] =>
  all.flatMap(({ name, type }) =>
    name.at.file === uri
      ? [
          {
            name: name.value,
            detail: type.text,
            kind: SymbolKind.Field,
            range: toRange(name.at.span, lines),
            selectionRange: toRange(name.at.span, lines),
          },
        ]
      : [],
  )

/** A name that stands in another file is shown by the beginning of what it names. */
const within = ({ file, span }: Place, extent: Span, uri: Uri): Span =>
  file === uri ? span : { start: extent.start, end: extent.start }

/** A range has to hold its name: one that several resources share stands outside of most of them. */
const around = (extent: Span, name: Span): Span =>
  extent.start <= name.start && name.end <= extent.end ? extent : name

/** Whether a text holds the characters of another one in their order, as editors match. */
function holdsInOrder(text: string, wanted: string): boolean {
  let at = 0
  for (const character of wanted) {
    at = text.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}
