import { commands, env, l10n, window, type TextEditor } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { Snippet, SnippetParams, SnippetResult } from '../../server/src/lsp/protocol.ts'

type Ready = () => Promise<BaseLanguageClient>

/** Inserts the Art. 30 record of what stands at the cursor: into Markdown as a table, elsewhere as somebody chooses. */
export async function insertSnippet(ready: Ready): Promise<void> {
  const editor = window.activeTextEditor
  if (!editor)
    return void window.showInformationMessage(l10n.t('Open a file of Kafka configuration or a schema first.'))
  const client = await ready()
  if (editor.document.languageId === 'markdown') return insertTable(editor, client)
  const params: SnippetParams = {
    uri: client.code2ProtocolConverter.asUri(editor.document.uri),
    position: client.code2ProtocolConverter.asPosition(editor.selection.active),
  }
  const { markdown, title, commented } = await client.sendRequest<SnippetResult>('kafkaReview/snippet', params)
  if (markdown === '')
    return void window.showInformationMessage(
      l10n.t('Nothing in this file is a processing of data: no topic, connector, mirror or schema.'),
    )
  const comment = { label: l10n.t('Comment above it'), description: l10n.t('as it is known today') }
  const declaration = { label: l10n.t('Declaration in .kafka-review.yaml'), description: l10n.t('what no file tells') }
  const copy = { label: l10n.t('Copy as Markdown'), description: l10n.t('to the clipboard') }
  const chosen = await window.showQuickPick([...(commented ? [comment] : []), declaration, copy], {
    title: l10n.t('Art. 30 record of {0}', title),
  })
  if (chosen === comment) await client.sendRequest('kafkaReview/comment', params)
  else if (chosen === declaration) await commands.executeCommand('kafkaReview.declareActivity')
  else if (chosen === copy) await env.clipboard.writeText(markdown)
}

async function insertTable(editor: TextEditor, client: BaseLanguageClient): Promise<void> {
  const snippets = await client.sendRequest<Snippet[]>('kafkaReview/snippets')
  if (snippets.length === 0)
    return void window.showInformationMessage(l10n.t('No processing activity is known in this workspace.'))
  const chosen = await window.showQuickPick(
    snippets.map(({ title, markdown }) => ({ label: title, markdown })),
    { title: l10n.t('Art. 30 record: activity'), canPickMany: true },
  )
  if (chosen && chosen.length > 0)
    await editor.edit(edit => edit.insert(editor.selection.active, chosen.map(({ markdown }) => markdown).join('\n')))
}
