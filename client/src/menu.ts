import { Uri, commands, env, l10n, version, window, workspace, type ExtensionContext, type QuickPickItem } from 'vscode'
import type { Status, UnreadPlace } from '../../server/src/lsp/protocol.ts'
import type { Host } from './host.ts'
import { showPlace } from './place.ts'

/** The command behind the status item. */
export const menu = 'kafkaReview.menu'

interface Choice extends QuickPickItem {
  readonly command?: string
}

/** Registers the door to everything: findings, record, map, configuration, what was not understood, the log. */
export function registerMenu(context: ExtensionContext, host: Host): void {
  let status: Status | undefined
  context.subscriptions.push(
    host.onStatus(next => (status = next)),
    commands.registerCommand(menu, () => openMenu(status)),
    commands.registerCommand('kafkaReview.showUnread', () => listUnread(host)),
    commands.registerCommand('kafkaReview.showLog', async () => (await host.ready()).outputChannel.show()),
    commands.registerCommand('kafkaReview.reportIssue', () => reportIssue(context)),
  )
}

async function openMenu(status: Status | undefined): Promise<void> {
  const unread = (status?.coverage.part ?? 0) + (status?.coverage.not ?? 0)
  const choices: Choice[] = [
    {
      label: `$(list-tree) ${l10n.t('Findings')}`,
      description: status ? counts(status) : '',
      command: 'kafkaReview.findings.focus',
    },
    { label: `$(book) ${l10n.t('Art. 30 Record')}`, command: 'kafkaReview.generateRecord' },
    { label: `$(type-hierarchy) ${l10n.t('Data Flow')}`, command: 'kafkaReview.showDataFlow' },
    {
      label: `$(settings-gear) ${l10n.t('Configuration')}`,
      description: '.kafka-review.yaml',
      command: 'kafkaReview.openConfiguration',
    },
    ...(unread > 0
      ? [
          {
            label: `$(question) ${l10n.t('What was not understood')}`,
            description: l10n.t('{0} files', unread),
            command: 'kafkaReview.showUnread',
          },
        ]
      : []),
    {
      label: `$(refresh) ${l10n.t('Review Workspace')}`,
      description: status ? l10n.t('{0} files', status.files) : '',
      command: 'kafkaReview.reviewWorkspace',
    },
    { label: `$(output) ${l10n.t('Log')}`, description: trouble(status), command: 'kafkaReview.showLog' },
    { label: `$(mortar-board) ${l10n.t('First steps')}`, command: 'kafkaReview.openWalkthrough' },
  ]
  const chosen = await window.showQuickPick(choices, { title: 'Kafka Review' })
  if (chosen?.command !== undefined) await commands.executeCommand(chosen.command)
}

/** How many findings there are, as Problems counts them. */
export const counts = ({ errors, warnings, notes }: Status): string =>
  l10n.t('{0} errors, {1} warnings, {2} notes', errors, warnings, notes)

const trouble = (status: Status | undefined): string =>
  status && status.leftOut.length + status.slow.length > 0
    ? l10n.t('{0} files left out, {1} slow', status.leftOut.length, status.slow.length)
    : ''

/** Lists what was not understood; a choice leads to its place. */
async function listUnread({ ready }: Host): Promise<void> {
  const places = await (await ready()).sendRequest<UnreadPlace[]>('kafkaReview/unread')
  const items = places.map(place => ({
    label: `${workspace.asRelativePath(Uri.parse(place.uri))}:${place.range.start.line + 1}`,
    detail: place.why,
    place,
  }))
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Kafka Review: not understood'),
    matchOnDetail: true,
  })
  if (chosen) await showPlace(chosen.place)
}

/** Opens the editor's own form for issues, with the versions in it. */
async function reportIssue({ extension }: ExtensionContext): Promise<void> {
  const { version: own } = extension.packageJSON as { version: string }
  const issueBody = `Kafka Review ${own}\n${env.appName} ${version} (${env.uiKind === 1 ? 'desktop' : 'web'}${env.remoteName === undefined ? '' : `, ${env.remoteName}`})\n\n`
  await commands.executeCommand('workbench.action.openIssueReporter', { extensionId: extension.id, issueBody })
}
