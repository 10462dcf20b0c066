import { Disposable, EventEmitter, Uri, commands, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

/** Where the scorecard is read: a document that nobody saves. */
const page = Uri.parse('kafka-review-scorecard:/scorecard.md')

/** Registers the command that shows where the paths of each cluster lie, as a page that is written anew each time. */
export function registerScorecard(ready: () => Promise<BaseLanguageClient>): Disposable {
  const changed = new EventEmitter<Uri>()
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(page.scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async () => (await ready()).sendRequest<string>('kafkaReview/scorecard'),
    }),
    commands.registerCommand('kafkaReview.showScorecard', async () => {
      changed.fire(page)
      await commands.executeCommand('markdown.showPreview', page)
    }),
  )
}
