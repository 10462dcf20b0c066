import { commands, env, l10n, window, workspace, type Uri } from 'vscode'

/** Files that the editor shows as text; others are for a program of their own. */
const texts = /\.(?:md|csv|json|ya?ml|mmd)$/

/** Says that a file was written, and opens it for whoever wants to see it. */
export async function offerToOpen(file: Uri): Promise<void> {
  const open = l10n.t('Open')
  const chosen = await window.showInformationMessage(l10n.t('Written to {0}', workspace.asRelativePath(file)), open)
  if (chosen !== open) return
  if (texts.test(file.path)) await commands.executeCommand('vscode.open', file)
  else await env.openExternal(file)
}
