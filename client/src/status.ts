import { LanguageStatusSeverity, languages, type ExtensionContext } from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import type { Status } from '../../server/src/lsp/protocol.ts'
import { readSniffs } from './sniff.ts'

/** Shows how the review stands beside the language of a file; says nothing where there is nothing to say. `reviewed` is called when something may look otherwise. */
export function registerStatus(context: ExtensionContext, client: LanguageClient, reviewed: () => void): void {
  const selector = readSniffs(context).flatMap(({ patterns }) => patterns.map(pattern => ({ pattern })))
  const item = languages.createLanguageStatusItem('kafkaReview.status', selector)
  item.name = 'Kafka Review'
  item.text = 'Kafka Review'
  item.busy = true
  item.command = { command: 'kafkaReview.reviewWorkspace', title: 'Review Workspace' }
  const listening = client.onNotification('kafkaReview/status', (status: Status) => {
    reviewed()
    item.busy = status.state === 'reading'
    item.detail = plain(describe(status))
    item.severity =
      status.leftOut.length > 0 || status.slow.length > 0
        ? LanguageStatusSeverity.Warning
        : LanguageStatusSeverity.Information
  })
  context.subscriptions.push(item, listening)
}

/** Names of files are no links and no icons. */
const plain = (detail: string): string => detail.replace(/(?<=[\]$])\(/g, ' (').replace(/\p{Cc}/gu, ' ')

function describe({ files, errors, warnings, notes, leftOut, slow }: Status): string {
  const name = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))
  return [
    `${files} files, ${errors} errors, ${warnings} warnings, ${notes} notes`,
    ...leftOut.slice(0, 3).map(({ uri, why }) => `${name(uri)} left out: ${why}`),
    ...slow.slice(0, 3).map(({ uri, milliseconds }) => `${name(uri)} took ${milliseconds} ms`),
  ].join(' · ')
}
