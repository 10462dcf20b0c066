import {
  Position,
  ProgressLocation,
  Selection,
  Uri,
  ViewColumn,
  commands,
  env,
  l10n,
  window,
  workspace,
  type ExtensionContext,
} from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { Host } from './host.ts'
import type {
  PlaceCursorParams,
  ReviewWorkspaceResult,
  SnippetParams,
  SnippetResult,
} from '../../server/src/lsp/protocol.ts'
import { registerRecord } from './record.ts'

/** The command that the server asks for where a fix leaves something to write. */
export const placeCursor = 'kafkaReview.placeCursor'

/** Registers what the command palette offers. */
export function registerCommands(context: ExtensionContext, { ready }: Host): void {
  context.subscriptions.push(
    commands.registerCommand('kafkaReview.reviewWorkspace', () => reviewWorkspace(ready)),
    commands.registerCommand('kafkaReview.insertSnippet', () => insertSnippet(ready)),
    ...registerRecord(ready, showPlace),
    commands.registerCommand(placeCursor, showPlace),
  )
}

async function reviewWorkspace(ready: () => Promise<LanguageClient>): Promise<ReviewWorkspaceResult | undefined> {
  return window.withProgress(
    { location: ProgressLocation.Notification, title: 'Kafka Review', cancellable: true },
    async (progress, token) => {
      const client = await ready()
      const listening = client.onNotification('kafkaReview/progress', ({ files }: { files: number }) =>
        progress.report({ message: l10n.t('{0} files', files) }),
      )
      try {
        const result = await client.sendRequest<ReviewWorkspaceResult>('kafkaReview/reviewWorkspace', {}, token)
        await commands.executeCommand('workbench.actions.view.problems')
        return result
      } finally {
        listening.dispose()
      }
    },
  )
}

/** Puts the cursor where something waits to be written. */
export async function showPlace({ uri, range: { start } }: PlaceCursorParams): Promise<void> {
  const at = new Position(start.line, start.character)
  await window.showTextDocument(Uri.parse(uri), { selection: new Selection(at, at) })
}

async function insertSnippet(ready: () => Promise<LanguageClient>): Promise<void> {
  const editor = window.activeTextEditor
  if (!editor)
    return void window.showInformationMessage(l10n.t('Open a file of Kafka configuration or a schema first.'))
  const client = await ready()
  const { document, selection } = editor
  const params: SnippetParams = {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    position: client.code2ProtocolConverter.asPosition(selection.active),
  }
  const { markdown, title } = await client.sendRequest<SnippetResult>('kafkaReview/snippet', params)
  if (markdown === '')
    return void window.showInformationMessage(
      l10n.t('Nothing in this file is a processing of data: no topic, connector, mirror or schema.'),
    )
  if (document.languageId === 'markdown') return void editor.edit(edit => edit.insert(selection.active, markdown))
  const record = await workspace.openTextDocument({ language: 'markdown', content: markdown })
  await window.showTextDocument(record, { viewColumn: ViewColumn.Beside, preserveFocus: false })
  await env.clipboard.writeText(markdown)
  window.setStatusBarMessage(l10n.t('Art. 30 record of {0}: also on the clipboard', title), 5000)
}
