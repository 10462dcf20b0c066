import {
  ProgressLocation,
  Uri,
  commands,
  env,
  l10n,
  window,
  workspace,
  type Disposable,
  type ExtensionContext,
} from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { DeclareParams, PlaceCursorParams, RecordForm, RecordParams } from '../../server/src/lsp/protocol.ts'

type Ready = () => Promise<LanguageClient>

/** Registers the commands about the Art. 30 record of the workspace. */
export const registerRecord = (
  ready: Ready,
  showPlace: (place: PlaceCursorParams) => Promise<void>,
): ExtensionContext['subscriptions'] =>
  [
    commands.registerCommand('kafkaReview.generateRecord', () => generate(ready)),
    commands.registerCommand('kafkaReview.exportRecord', () => exportAs(ready)),
    commands.registerCommand('kafkaReview.declareActivity', () => declare(ready, showPlace)),
  ] satisfies Disposable[]

async function ask(ready: Ready, params: RecordParams): Promise<Uint8Array> {
  return window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Art. 30 record'), cancellable: true },
    async (_progress, token) => {
      const client = await ready()
      return Uint8Array.from(atob(await client.sendRequest<string>('kafkaReview/record', params, token)), character =>
        character.charCodeAt(0),
      )
    },
  )
}

async function generate(ready: Ready): Promise<void> {
  const content = new TextDecoder().decode(await ask(ready, { form: 'preview', language: env.language }))
  const record = await workspace.openTextDocument({ language: 'markdown', content })
  await commands.executeCommand('markdown.showPreviewToSide', record.uri)
}

async function exportAs(ready: Ready): Promise<void> {
  const client = await ready()
  const forms = await client.sendRequest<RecordForm[]>('kafkaReview/recordForms')
  const form = await window.showQuickPick(
    forms.map(({ id, name, ending }) => ({ label: name, description: `.${ending}`, id, ending })),
    { title: l10n.t('Art. 30 record: form') },
  )
  const language =
    form &&
    (await window.showQuickPick(
      [
        { label: 'English', id: 'en' },
        { label: 'Deutsch', id: 'de' },
        { label: 'Français', id: 'fr' },
      ],
      { title: l10n.t('Art. 30 record: language') },
    ))
  if (!language) return
  const [folder] = workspace.workspaceFolders ?? []
  const name = `art-30-record.${form.ending}`
  const target = await window.showSaveDialog({
    ...(folder ? { defaultUri: Uri.joinPath(folder.uri, name) } : {}),
    filters: { [form.label]: [form.ending] },
  })
  if (target) await workspace.fs.writeFile(target, await ask(ready, { form: form.id, language: language.id }))
}

async function declare(ready: Ready, showPlace: (place: PlaceCursorParams) => Promise<void>): Promise<void> {
  const editor = window.activeTextEditor
  if (!editor)
    return void window.showInformationMessage(l10n.t('Open a file of Kafka configuration or a schema first.'))
  const client = await ready()
  const params: DeclareParams = {
    uri: client.code2ProtocolConverter.asUri(editor.document.uri),
    position: client.code2ProtocolConverter.asPosition(editor.selection.active),
  }
  const place = await client.sendRequest<PlaceCursorParams | null>('kafkaReview/declare', params)
  if (place) await showPlace(place)
  else
    void window.showInformationMessage(
      l10n.t('Nothing under the cursor is a processing of data: no topic, connector, mirror or schema.'),
    )
}
