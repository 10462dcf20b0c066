import { commands, l10n, type ExtensionContext } from 'vscode'
import type { RecordPage, RecordPageParams } from '../../server/src/lsp/protocol.ts'
import { showPlace } from './place.ts'
import type { Host } from './host.ts'
import { makePanel } from './panel.ts'

/** The languages of the record, by their ids. */
export const languages = { en: 'English', de: 'Deutsch', fr: 'Français' } as const

interface Heard {
  readonly place?: number
  readonly language?: string
  readonly export?: true
}

/** Registers the page of the Art. 30 record: read only, followed while it is seen. */
export function registerRecordPage(context: ExtensionContext, host: Host): void {
  let page: RecordPage | undefined
  let language: string | undefined
  const panel = makePanel(
    context,
    { id: 'kafkaReview.record', title: l10n.t('Art. 30 Record'), script: 'record.js' },
    message => {
      const heard = message as Heard
      const place = page?.places[heard.place ?? -1]
      if (place) void showPlace(place)
      if (heard.export) void commands.executeCommand('kafkaReview.exportRecord', page?.language)
      if (heard.language !== undefined) {
        language = heard.language
        void draw()
      }
    },
  )
  const draw = async (): Promise<void> => {
    const client = await host.ready()
    const params: RecordPageParams = language === undefined ? {} : { language }
    const drawn = await client.sendRequest<RecordPage>('kafkaReview/recordPage', params)
    // Drawn again only where it says something else: a reader keeps their place.
    if (drawn.body === page?.body && panel.current()?.webview.html) return
    page = drawn
    panel.fill({ language: drawn.language, style, body: bodyOf(drawn) })
  }
  context.subscriptions.push(
    commands.registerCommand('kafkaReview.generateRecord', async () => {
      panel.open()
      await draw()
      return page?.missing ?? 0
    }),
    host.onStatus(() => void (panel.current()?.visible && draw())),
  )
}

function bodyOf({ title, body, language, missing }: RecordPage): string {
  const options = Object.entries(languages)
    .map(([id, name]) => `<option value="${id}"${id === language ? ' selected' : ''}>${name}</option>`)
    .join('')
  return `<div class="bar" role="toolbar">
<label><input type="checkbox" name="missing">${l10n.t('Only what is missing ({0})', missing)}</label>
<label>${l10n.t('Language')} <select name="language">${options}</select></label>
<button data-export>${l10n.t('Export...')}</button>
</div><main><h1>${title}</h1>${body}</main>`
}

const style = `
main { max-width: 62em; margin: 0 auto; padding: 4px 20px 40px; line-height: 1.45 }
h1 { font-size: 1.6em; font-weight: 600 } h2 { font-size: 1.2em; font-weight: 600 }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid var(--vscode-editorWidget-border, var(--vscode-contrastBorder, #8886)); padding: .35em .6em; text-align: left; vertical-align: top }
th { width: 13em; font-weight: 600; background: var(--vscode-editorWidget-background) }
small { color: var(--vscode-descriptionForeground) }
a { color: var(--vscode-textLink-foreground) }
a:focus-visible { outline: 1px solid var(--vscode-focusBorder) }
div.missing { border-left: 3px solid var(--vscode-editorWarning-foreground, #bf8803); padding-left: .5em; margin: 1px 0 }
section { margin-top: 1.8em }
.only-missing section[id] tr:not(:has(.missing)), .only-missing section[id]:not(:has(.missing)), .only-missing section:not([id]):not(:has(.missing)) { display: none }
code { color: var(--vscode-textPreformat-foreground); background: var(--vscode-textPreformat-background, transparent) }
`
