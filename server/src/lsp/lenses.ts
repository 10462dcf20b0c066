import type { CodeLens, ServerCapabilities } from 'vscode-languageserver'
import { personalDataIn } from '../assess/data-flow.ts'
import type { PersonalData } from '../assess/personal-data.ts'
import { say, type Message } from '../words/message.ts'
import { ask, type Served } from './served.ts'
import { toRange } from './to-lsp.ts'
import { toUri } from '../text/uri.ts'

/** What is said above the records of schemas. */
export const lensCapabilities: ServerCapabilities = { codeLensProvider: {} }

/** Serves a line above each record that holds personal data: how many fields, how many of them special. */
export function serveLenses(served: Served): void {
  served.connection.onCodeLens(async ({ textDocument }): Promise<CodeLens[]> => {
    const uri = toUri(textDocument.uri)
    await served.loaded()
    const { db, linesOf } = ask(served)
    const lines = linesOf(uri)
    if (!lines || !served.settings().codeLens) return []
    return db.estate.entities(uri).flatMap(entity => {
      const data = entity.kind === 'record' ? personalDataIn(db, entity) : []
      if (entity.kind !== 'record' || data.length === 0 || entity.name.at.file !== uri) return []
      // Where the client has no page of the record: a command without an id is text that cannot be clicked.
      return [
        {
          range: toRange(entity.name.at.span, lines),
          command: { title: served.tell(lensOf(data)), command: served.state.options.showRecord ?? '' },
        },
      ]
    })
  })
}

function lensOf(data: readonly PersonalData[]): Message {
  const special = data.filter(({ category }) => category.special).length
  return say('lens.personal', { fields: data.length, special })
}
