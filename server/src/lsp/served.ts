import type { ClientCapabilities, Connection, Location } from 'vscode-languageserver'
import { openDb, type Db, type Library } from '../assess/db.ts'
import type { Place } from '../model/fact.ts'
import { indexLines, type LineIndex } from '../text/line-index.ts'
import type { Texts } from './code-actions.ts'
import { fromRange } from './from-lsp.ts'
import { toRange } from './to-lsp.ts'
import type { Workspace } from './workspace.ts'
import type { Uri } from '../text/uri.ts'

/** What a feature needs of the server that it is part of. */
export interface Served {
  readonly connection: Connection
  readonly library: Library
  readonly texts: Texts
  workspace(): Workspace
  client(): ClientCapabilities
  /** Resolves once the folders have been read. */
  loaded(): Promise<unknown>
}

/** One question to the server: the estate as it is now, and lines of its files. */
export interface Asked {
  readonly db: Db
  linesOf(file: Uri): LineIndex | undefined
  /** The offset of a position; undefined in a file that is gone. */
  offsetOf(file: Uri, position: { readonly line: number; readonly character: number }): number | undefined
  /** Where a place is; none where its text is gone. */
  locate(place: Place): Location[]
}

/** Opens a question. */
export function ask({ workspace, library, texts }: Served): Asked {
  const known = new Map<Uri, LineIndex | undefined>()
  const linesOf = (file: Uri): LineIndex | undefined => {
    if (!known.has(file)) {
      const text = texts.textOf(file)
      known.set(file, text === undefined ? undefined : indexLines(text))
    }
    return known.get(file)
  }
  return {
    db: openDb(workspace().review.estate, library),
    linesOf,
    offsetOf(file, position) {
      const lines = linesOf(file)
      return lines && fromRange({ start: position, end: position }, lines).start
    },
    locate({ file, span }) {
      const lines = linesOf(file)
      return lines ? [{ uri: file, range: toRange(span, lines) }] : []
    },
  }
}
