import { Uri, ViewColumn, window, type ExtensionContext, type WebviewPanel } from 'vscode'

/** A page of ours in the editor, made when it is shown first. */
export interface Panel {
  /** Shows the page, beside what is read or where another page of ours is. */
  open(): WebviewPanel
  /** The page while it is there. */
  current(): WebviewPanel | undefined
  /** Puts content on the page; `head` and `body` are HTML. */
  fill(content: Content): void
}

/** What a page holds. */
interface Content {
  readonly language: string
  readonly style: string
  readonly body: string
}

const panels = new Set<WebviewPanel>()

/** Where pages of ours are: all share one column. */
const column = (): ViewColumn => [...panels].at(-1)?.viewColumn ?? ViewColumn.Beside

/** Prepares a page that runs one script of ours and nothing else; `heard` takes what the script says. */
export function makePanel(
  context: ExtensionContext,
  { id, title, script }: { readonly id: string; readonly title: string; readonly script: string },
  heard: (message: unknown) => void,
): Panel {
  let panel: WebviewPanel | undefined
  const media = Uri.joinPath(context.extensionUri, 'client/media')
  return {
    current: () => panel,
    open() {
      if (panel) {
        panel.reveal()
        return panel
      }
      const made = window.createWebviewPanel(id, title, column(), {
        enableScripts: true,
        enableFindWidget: true,
        retainContextWhenHidden: true,
        localResourceRoots: [media],
      })
      panel = made
      panels.add(made)
      made.onDidDispose(() => {
        panels.delete(made)
        panel = undefined
      })
      made.webview.onDidReceiveMessage(heard)
      return made
    },
    fill({ language, style, body }) {
      if (!panel) return
      const { webview } = panel
      const page = webview.asWebviewUri(Uri.joinPath(media, script))
      panel.webview.html = pageOf({ language, style, body, title, script: page, source: webview.cspSource })
    },
  }
}

function pageOf({
  language,
  style,
  body,
  title,
  script,
  source,
}: Content & { readonly title: string; readonly script: Uri; readonly source: string }): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const nonce = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  const policy = `default-src 'none'; style-src 'nonce-${nonce}' ${source}; script-src 'nonce-${nonce}'`
  return `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${title}</title><style nonce="${nonce}">${controls}${style}</style></head>
<body>${body}<script nonce="${nonce}" src="${script.toString()}"></script></body></html>`
}

/** How buttons and fields of a page look: as those of the editor. */
const controls = `
body { padding: 0; margin: 0; color: var(--vscode-editor-foreground); background: var(--vscode-editor-background) }
.bar { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: 6px 10px; align-items: center; padding: 6px 12px; background: var(--vscode-editor-background); border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, #8884)) }
.bar button, .bar select, .bar input { font: inherit; color: var(--vscode-button-secondaryForeground, inherit); background: var(--vscode-button-secondaryBackground, transparent); border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); padding: 2px 8px; min-height: 24px; border-radius: 2px }
.bar select { color: var(--vscode-dropdown-foreground); background: var(--vscode-dropdown-background); border-color: var(--vscode-dropdown-border, transparent) }
.bar input[type=search] { color: var(--vscode-input-foreground); background: var(--vscode-input-background); border-color: var(--vscode-input-border, var(--vscode-contrastBorder, transparent)) }
.bar label { display: inline-flex; gap: 4px; align-items: center }
.bar :focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px }
.bar [hidden] { display: none }
`
