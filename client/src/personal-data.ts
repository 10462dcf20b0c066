import { OverviewRulerLane, ThemeColor, window, workspace, type ExtensionContext, type TextEditor } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { Host } from './host.ts'
import type { PersonalFields } from '../../server/src/lsp/protocol.ts'

/** Marks the fields that hold personal data, those of special categories more strongly, in the editors that are seen. */
export function markPersonalData(context: ExtensionContext, client: BaseLanguageClient, host: Host): void {
  const mark = (color: string, style: string): ReturnType<typeof window.createTextEditorDecorationType> =>
    window.createTextEditorDecorationType({
      borderStyle: `none none ${style} none`,
      borderWidth: '1px',
      borderColor: new ThemeColor(color),
      overviewRulerColor: new ThemeColor(color),
      overviewRulerLane: OverviewRulerLane.Right,
    })
  const marks = { personal: mark('charts.blue', 'dotted'), special: mark('charts.purple', 'solid') }
  const show = async (editor: TextEditor): Promise<void> => {
    const on = workspace.getConfiguration('kafkaReview').get('highlightPersonalData', true)
    const { version } = editor.document
    const fields: PersonalFields = on
      ? await client.sendRequest('kafkaReview/personalFields', {
          uri: client.code2ProtocolConverter.asUri(editor.document.uri),
        })
      : { personal: [], special: [] }
    if (editor.document.version !== version) return
    for (const kind of ['personal', 'special'] as const)
      editor.setDecorations(marks[kind], await client.protocol2CodeConverter.asRanges([...fields[kind]]))
  }
  const showAll = (): void => window.visibleTextEditors.forEach(editor => void show(editor))
  context.subscriptions.push(
    marks.personal,
    marks.special,
    host.onStatus(showAll),
    window.onDidChangeVisibleTextEditors(showAll),
    workspace.onDidChangeConfiguration(showAll),
  )
}
