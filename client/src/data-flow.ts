import { commands, env, l10n, window, workspace, type ExtensionContext } from 'vscode'
import type { DataFlowParams, DataFlowResult } from '../../server/src/lsp/protocol.ts'
import { offerToOpen } from './export.ts'
import { flowPage, flowPageStyle } from './data-flow-page.ts'
import type { Host } from './host.ts'
import { makePanel } from './panel.ts'
import { showPlace } from './place.ts'

type Form = 'svg' | 'mermaid'

/** What the page says that somebody has chosen; stations by their numbers. */
interface Heard {
  readonly station?: number
  readonly focus?: number
  readonly whole?: true
  readonly export?: true
  readonly choose?: {
    readonly show?: string
    readonly country?: string
    readonly owner?: string
    /** The number of a supposition that the map offers. */
    readonly suppose?: string
  }
}

/** Registers the map of the data flow and its export. */
export function registerDataFlow(context: ExtensionContext, host: Host): void {
  let flow: DataFlowResult | undefined
  let part: DataFlowParams = {}
  const ask = async (params: DataFlowParams): Promise<DataFlowResult> =>
    (await host.ready()).sendRequest<DataFlowResult>('kafkaReview/dataFlow', params)
  const panel = makePanel(
    context,
    { id: 'kafkaReview.dataFlow', title: l10n.t('Data Flow'), script: 'data-flow.js' },
    message => void hear(message as Heard),
  )
  const draw = async (): Promise<void> => {
    const drawn = await ask(part)
    const { at: _, ...asked } = part
    part = { ...asked, ...(drawn.focus === undefined ? {} : { focus: drawn.focus }) }
    const before = flow
    flow = drawn
    // Drawn again only where it shows something else: a reader keeps their place.
    if (drawn.svg === before?.svg && panel.current()?.webview.html) return
    panel.fill({ language: env.language, style: `${drawn.style}${flowPageStyle}`, body: flowPage(drawn, part) })
  }
  const show = async (at?: DataFlowParams['at']): Promise<number> => {
    part = at ? { at } : {}
    panel.open()
    flow = undefined
    await draw()
    return flowSize(flow)
  }
  const hear = async (heard: Heard): Promise<void> => {
    if (heard.export) return exportFlow()
    const next = partAfter(heard, part, flow)
    const place = flow?.places[heard.station ?? -1]
    if (next) {
      part = next
      await draw()
    } else if (place) await showPlace(place)
  }
  const exportFlow = async (): Promise<void> => {
    const chosen = (await window.showQuickPick(['svg', 'mermaid'], { title: l10n.t('Data flow: form') })) as
      | Form
      | undefined
    const filters = chosen === 'svg' ? { SVG: ['svg'] } : { Mermaid: ['mmd'] }
    const target = chosen && (await window.showSaveDialog({ filters }))
    if (!chosen || !target) return
    await workspace.fs.writeFile(target, new TextEncoder().encode((await ask({}))[chosen]))
    await offerToOpen(target)
  }
  const showHere = async (): Promise<number> => {
    const editor = window.activeTextEditor
    if (!editor) return show()
    const { code2ProtocolConverter: convert } = await host.ready()
    return show({ uri: convert.asUri(editor.document.uri), position: convert.asPosition(editor.selection.active) })
  }
  context.subscriptions.push(
    commands.registerCommand('kafkaReview.showDataFlow', () => show()),
    commands.registerCommand('kafkaReview.showDataFlowHere', showHere),
    commands.registerCommand('kafkaReview.exportDataFlow', exportFlow),
    host.onStatus(() => void (panel.current()?.visible && draw())),
  )
}

const flowSize = (flow: DataFlowResult | undefined): number => flow?.places.length ?? 0

/** The part of the map that is looked at after a choice; undefined where it stays as it is. */
function partAfter(
  { station, focus, whole, choose }: Heard,
  part: DataFlowParams,
  flow: DataFlowResult | undefined,
): DataFlowParams | undefined {
  if (whole) return {}
  if (choose) return narrowed(part, choose, flow)
  const chosen = flow?.stations[station ?? focus ?? -1]
  if (chosen?.isBundle) return { ...part, expanded: [...(part.expanded ?? []), chosen.id] }
  return chosen && focus !== undefined ? { ...part, focus: chosen.id } : undefined
}

/** What is looked at after a choice; an empty one takes a limit away. */
function narrowed(
  part: DataFlowParams,
  { suppose, ...choose }: NonNullable<Heard['choose']>,
  flow: DataFlowResult | undefined,
): DataFlowParams {
  const next: Record<string, unknown> = { ...part, ...choose }
  for (const name of ['show', 'country', 'owner']) if (next[name] === '') delete next[name]
  if (suppose === '') delete next.suppose
  else if (suppose !== undefined) next.suppose = flow?.suppositions[Number(suppose)]?.suppose
  return next
}
