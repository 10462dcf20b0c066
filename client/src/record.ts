import {
  ProgressLocation,
  Uri,
  commands,
  l10n,
  window,
  workspace,
  type Disposable,
  type ExtensionContext,
} from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { DeclareParams, PlaceCursorParams, RecordForm, RecordParams } from '../../server/src/lsp/protocol.ts'
import { offerToOpen } from './export.ts'
import { showPlace } from './place.ts'
import { languages } from './record-page.ts'

type Ready = () => Promise<BaseLanguageClient>

/** Registers the commands about the Art. 30 record of the workspace. */
export const registerRecord = (ready: Ready): ExtensionContext['subscriptions'] =>
  [
    commands.registerCommand('kafkaReview.exportRecord', (language?: string) => exportAs(ready, language)),
    commands.registerCommand('kafkaReview.declareActivity', () => declare(ready)),
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

async function exportAs(ready: Ready, chosen?: string): Promise<void> {
  const client = await ready()
  const forms = await client.sendRequest<RecordForm[]>('kafkaReview/recordForms')
  const form = await window.showQuickPick(
    forms.map(({ id, name, ending }) => ({ label: name, description: `.${ending}`, id, ending })),
    { title: l10n.t('Art. 30 record: form') },
  )
  const language = form && (chosen ?? (await chooseLanguage()))
  if (!language) return
  const [folder] = workspace.workspaceFolders ?? []
  const name = `art-30-record.${form.ending}`
  const target = await window.showSaveDialog({
    ...(folder ? { defaultUri: Uri.joinPath(folder.uri, name) } : {}),
    filters: { [form.label]: [form.ending] },
  })
  if (!target) return
  await workspace.fs.writeFile(target, await ask(ready, { form: form.id, language }))
  await offerToOpen(target)
}

async function chooseLanguage(): Promise<string | undefined> {
  const choices = Object.entries(languages).map(([id, label]) => ({ label, id }))
  return (await window.showQuickPick(choices, { title: l10n.t('Art. 30 record: language') }))?.id
}

async function declare(ready: Ready): Promise<void> {
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
