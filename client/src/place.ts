import { Position, Selection, Uri, ViewColumn, window } from 'vscode'
import type { PlaceCursorParams } from '../../server/src/lsp/protocol.ts'

/** The command that the server asks for where a fix leaves something to write. */
export const placeCursor = 'kafkaReview.placeCursor'

/** Puts the cursor where something is or waits to be written; a page of ours stays beside it. */
export async function showPlace({ uri, range: { start } }: PlaceCursorParams): Promise<void> {
  const at = new Position(start.line, start.character)
  await window.showTextDocument(Uri.parse(uri), {
    viewColumn: window.activeTextEditor?.viewColumn ?? ViewColumn.One,
    selection: new Selection(at, at),
  })
}
