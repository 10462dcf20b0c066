import { Uri, commands, l10n, window, workspace, type ExtensionContext } from 'vscode'
import type { Skeleton } from '../../server/src/lsp/protocol.ts'
import type { Host } from './host.ts'

const name = '.kafka-review.yaml'

/** Registers the ways to the configuration: the one there is, one of several, or a new one. */
export function registerConfiguration(context: ExtensionContext, { ready }: Host): void {
  const create = async (): Promise<void> => {
    const skeleton = await (await ready()).sendRequest<Skeleton | null>('kafkaReview/skeleton')
    if (!skeleton) return void window.showInformationMessage(l10n.t('Open a folder first.'))
    const file = Uri.parse(skeleton.uri)
    const isThere = await workspace.fs.stat(file).then(
      () => true,
      () => false,
    )
    if (!isThere) await workspace.fs.writeFile(file, new TextEncoder().encode(skeleton.text))
    await window.showTextDocument(file)
  }
  const open = async (): Promise<void> => {
    const found = await workspace.findFiles(`**/${name}`, '**/node_modules/**')
    const chosen = found.length > 1 ? await choose(found) : found[0]
    if (chosen) await window.showTextDocument(chosen)
    else if (found.length === 0) await create()
  }
  context.subscriptions.push(
    commands.registerCommand('kafkaReview.createConfiguration', create),
    commands.registerCommand('kafkaReview.openConfiguration', open),
  )
}

async function choose(found: readonly Uri[]): Promise<Uri | undefined> {
  const choices = found.map(uri => ({ label: workspace.asRelativePath(uri), uri }))
  return (await window.showQuickPick(choices, { title: l10n.t('Configuration') }))?.uri
}
