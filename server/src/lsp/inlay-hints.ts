import type { InlayHint } from 'vscode-languageserver'
import type { Db } from '../assess/db.ts'
import { isSender, type Destination } from '../assess/destination.ts'
import { destinationsOf } from '../assess/residency.ts'
import { placeHint, placeReasons } from '../assess/place-messages.ts'
import type { LineIndex } from '../text/line-index.ts'
import type { Span } from '../text/span.ts'
import { toUri, type Uri } from '../text/uri.ts'
import { word, type Language } from '../words/message.ts'
import { fromRange } from './from-lsp.ts'
import { ask, type Served } from './served.ts'

/** Serves country and owner behind the values that decide where data goes, unless a user wants none. */
export function serveInlayHints(served: Served): void {
  served.connection.languages.inlayHint.on(({ textDocument, range }) => {
    const uri = toUri(textDocument.uri)
    const { db, linesOf, words } = ask(served)
    const lines = linesOf(uri)
    return lines && served.settings().inlayHints ? hintPlaces(uri, fromRange(range, lines), db, lines, words) : []
  })
}

/** Country and owner behind each value of a file that decides where data goes, as far as they are within a span. */
function hintPlaces(uri: Uri, span: Span, db: Db, lines: LineIndex, words: Language): InlayHint[] {
  const destinations = around(uri, db)
    .flatMap(file => db.estate.entities(file))
    .flatMap(entity => (isSender(entity) ? destinationsOf(db, entity) : []))
  const hints = new Map<string, InlayHint>()
  for (const destination of destinations) {
    const found = within(destination, uri, span) ? placeHint(destination) : undefined
    const hint = found && word(found, words)
    const offset = destination.at.span.end
    if (hint !== undefined && !hints.has(`${offset} ${hint}`))
      hints.set(`${offset} ${hint}`, {
        position: lines.position(offset),
        label: hint,
        paddingLeft: true,
        tooltip: placeReasons(destination)
          .map(reason => word(reason, words))
          .join('\n'),
      })
  }
  return [...hints.values()]
}

/** The files whose entities may have their values in a file: of Terraform the others too, since a value may stand in a variable. */
function around(uri: Uri, { estate }: Db): Uri[] {
  const others = /\.(?:tf|tfvars)(?:\.json)?$/
  return others.test(uri)
    ? [uri, ...[...estate.files()].filter(file => file !== uri && others.test(file)).slice(0, most)]
    : [uri]
}

/** More files of modules are not looked through for one hint. */
const most = 300

const within = ({ at }: Destination, uri: Uri, { start, end }: Span): boolean =>
  at.file === uri && start <= at.span.end && at.span.end <= end
