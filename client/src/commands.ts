import { ProgressLocation, commands, l10n, window, type ExtensionContext } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { ReviewWorkspaceResult } from '../../server/src/lsp/protocol.ts'
import type { Host } from './host.ts'
import { placeCursor, showPlace } from './place.ts'
import { registerMigration } from './migration.ts'
import { registerRecord } from './record.ts'
import { registerScorecard } from './scorecard.ts'
import { insertSnippet } from './snippet.ts'

/** Registers what the command palette offers. */
export function registerCommands(context: ExtensionContext, { ready }: Host): void {
  context.subscriptions.push(
    commands.registerCommand('kafkaReview.reviewWorkspace', () => reviewWorkspace(ready)),
    commands.registerCommand('kafkaReview.insertSnippet', () => insertSnippet(ready)),
    ...registerRecord(ready),
    registerScorecard(ready),
    registerMigration(ready),
    commands.registerCommand(placeCursor, showPlace),
  )
}

async function reviewWorkspace(ready: () => Promise<BaseLanguageClient>): Promise<ReviewWorkspaceResult | undefined> {
  return window.withProgress(
    { location: ProgressLocation.Notification, title: 'Kafka Review', cancellable: true },
    async (progress, token) => {
      const client = await ready()
      const listening = client.onNotification('kafkaReview/progress', ({ files }: { files: number }) =>
        progress.report({ message: l10n.t('{0} files', files) }),
      )
      try {
        const result = await client.sendRequest<ReviewWorkspaceResult>('kafkaReview/reviewWorkspace', {}, token)
        if (result.files === 0)
          void window.showInformationMessage(
            l10n.t('No file of this workspace speaks of Kafka, as far as the formats in the README are known.'),
          )
        else await commands.executeCommand('workbench.actions.view.problems')
        return result
      } finally {
        listening.dispose()
      }
    },
  )
}
