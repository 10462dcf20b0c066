import {
  Range,
  Uri,
  ViewColumn,
  commands,
  env,
  l10n,
  window,
  workspace,
  type ExtensionContext,
  type WebviewPanel,
} from 'vscode'
import type { Host } from './host.ts'
import type { DataFlowResult } from '../../server/src/lsp/protocol.ts'

/** Registers the map of the data flow and its export. */
export function registerDataFlow(context: ExtensionContext, { ready }: Host): void {
  let panel: WebviewPanel | undefined
  let flow: DataFlowResult | undefined
  const ask = async (): Promise<DataFlowResult> =>
    (flow = await (await ready()).sendRequest<DataFlowResult>('kafkaReview/dataFlow'))
  const draw = async (): Promise<void> => {
    const drawn = await ask()
    if (panel)
      panel.webview.html = page(
        drawn,
        panel.webview.asWebviewUri(Uri.joinPath(context.extensionUri, 'client/media/data-flow.js')),
        panel.webview.cspSource,
      )
  }
  const show = async (): Promise<number> => {
    if (panel) panel.reveal()
    else {
      panel = window.createWebviewPanel('kafkaReview.dataFlow', l10n.t('Data Flow'), ViewColumn.Beside, {
        enableScripts: true,
        retainContextWhenHidden: true,
        localResourceRoots: [Uri.joinPath(context.extensionUri, 'client/media')],
      })
      panel.onDidDispose(() => (panel = undefined))
      panel.webview.onDidReceiveMessage(({ station, as }: { station?: number; as?: Form }) =>
        as ? exportAs(as) : go(flow?.places[station ?? -1]),
      )
    }
    await draw()
    return flow?.places.length ?? 0
  }
  const exportAs = async (form?: Form): Promise<void> => {
    const chosen =
      form ??
      ((await window.showQuickPick(['svg', 'mermaid'], { title: l10n.t('Data flow: form') })) as Form | undefined)
    const target =
      chosen && (await window.showSaveDialog({ filters: chosen === 'svg' ? { SVG: ['svg'] } : { Mermaid: ['mmd'] } }))
    if (chosen && target) await workspace.fs.writeFile(target, new TextEncoder().encode((await ask())[chosen]))
  }
  context.subscriptions.push(
    commands.registerCommand('kafkaReview.showDataFlow', show),
    commands.registerCommand('kafkaReview.exportDataFlow', () => exportAs()),
    workspace.onDidSaveTextDocument(() => (panel?.visible ? void draw() : undefined)),
  )
}

type Form = 'svg' | 'mermaid'

async function go(place: DataFlowResult['places'][number] | undefined): Promise<void> {
  if (!place) return
  const { start } = place.range
  await window.showTextDocument(Uri.parse(place.uri), {
    viewColumn: ViewColumn.One,
    selection: new Range(start.line, start.character, start.line, start.character),
  })
}

function page({ summary, drawing, style }: DataFlowResult, script: Uri, source: string): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join(
    '',
  )
  const policy = `default-src 'none'; style-src 'nonce-${nonce}' ${source}; script-src 'nonce-${nonce}'`
  const button = (form: Form, name: string): string =>
    `<button data-as="${form}">${l10n.t('Export as {0}', name)}</button>`
  return `<!DOCTYPE html><html lang="${env.language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${l10n.t('Data Flow')}</title><style nonce="${nonce}">${style}
button { color: var(--vscode-button-foreground); background: var(--vscode-button-background); border: none; padding: 4px 10px; margin-right: 8px }
body:not(.actual) .flow { max-width: 100%; height: auto }</style></head>
<body><p>${button('svg', 'SVG')}${button('mermaid', 'Mermaid')}<button data-size>${l10n.t('Actual size or fit')}</button></p><p role="status">${summary}</p>${drawing}<script nonce="${nonce}" src="${script.toString()}"></script></body></html>`
}
