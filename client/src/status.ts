import {
  LanguageStatusSeverity,
  Uri,
  commands,
  l10n,
  languages,
  window,
  workspace,
  type ExtensionContext,
} from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { Status, UnreadPlace } from '../../server/src/lsp/protocol.ts'
import type { Host } from './host.ts'
import { showPlace } from './place.ts'
import { readSniffs } from './sniff.ts'

/** Shows how the review stands beside the language of a file and says nothing where there is nothing to say. */
export function registerStatus(context: ExtensionContext, client: LanguageClient, host: Host): void {
  const selector = readSniffs(context).flatMap(({ patterns }) => patterns.map(pattern => ({ pattern })))
  const item = languages.createLanguageStatusItem('kafkaReview.status', selector)
  item.name = 'Kafka Review'
  item.text = 'Kafka Review'
  item.busy = true
  const review = { command: 'kafkaReview.reviewWorkspace', title: l10n.t('Review Workspace') }
  item.command = review
  const listening = host.onStatus(status => {
    item.busy = status.state === 'reading'
    item.detail = plain(describe(status))
    item.command = status.coverage.part + status.coverage.not > 0 ? notUnderstood : review
    item.severity =
      status.leftOut.length > 0 || status.slow.length > 0
        ? LanguageStatusSeverity.Warning
        : LanguageStatusSeverity.Information
  })
  const listed = commands.registerCommand(notUnderstood.command, () => listUnread(client))
  context.subscriptions.push(item, listening, listed)
}

const notUnderstood = { command: 'kafkaReview.showUnread', title: l10n.t('Show What Was Not Understood') }

/** Lists what was not understood; a choice leads to its place. */
async function listUnread(client: LanguageClient): Promise<void> {
  const places = await client.sendRequest<UnreadPlace[]>('kafkaReview/unread')
  const items = places.map(place => ({
    label: `${workspace.asRelativePath(Uri.parse(place.uri))}:${place.range.start.line + 1}`,
    detail: place.why,
    place,
  }))
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Kafka Review: Not Understood'),
    matchOnDetail: true,
  })
  if (chosen) await showPlace(chosen.place)
}

/** Names of files are no links and no icons. */
const plain = (detail: string): string => detail.replace(/(?<=[\]$])\(/g, ' (').replace(/\p{Cc}/gu, ' ')

function describe({ files, errors, warnings, notes, coverage, leftOut, slow }: Status): string {
  const name = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))
  return [
    l10n.t('{0} files, {1} errors, {2} warnings, {3} notes', files, errors, warnings, notes),
    ...(coverage.part + coverage.not > 0
      ? [l10n.t('{0} understood in part, {1} not', coverage.part, coverage.not)]
      : []),
    ...leftOut.slice(0, 3).map(({ uri, why }) => l10n.t('{0} left out: {1}', name(uri), why)),
    ...slow.slice(0, 3).map(({ uri, milliseconds }) => l10n.t('{0} took {1} ms', name(uri), milliseconds)),
  ].join(' · ')
}
