import { commands, l10n, window, workspace, type ExtensionContext, type Uri } from 'vscode'

const name = '.kafka-review.yaml'

/** Registers the way to the configuration: the one there is, one of several, or a new one. */
export function registerConfiguration(context: ExtensionContext): void {
  context.subscriptions.push(commands.registerCommand('kafkaReview.openConfiguration', openConfiguration))
}

async function openConfiguration(): Promise<void> {
  const found = await workspace.findFiles(`**/${name}`, '**/node_modules/**')
  const chosen = found.length > 1 ? await choose(found) : found[0]
  if (chosen) await window.showTextDocument(chosen)
  else if (found.length === 0) await commands.executeCommand('kafkaReview.createConfiguration')
}

async function choose(found: readonly Uri[]): Promise<Uri | undefined> {
  const choices = found.map(uri => ({ label: workspace.asRelativePath(uri), uri }))
  return (await window.showQuickPick(choices, { title: l10n.t('Configuration') }))?.uri
}
