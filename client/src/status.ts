import { LanguageStatusSeverity, l10n, languages, type ExtensionContext } from 'vscode'
import type { Status } from '../../server/src/lsp/protocol.ts'
import type { Host } from './host.ts'
import { counts, menu } from './menu.ts'
import { readSniffs } from './sniff.ts'

/** Shows how the review stands beside the language of a file, and opens the menu. */
export function registerStatus(context: ExtensionContext, host: Host): void {
  const selector = readSniffs(context).flatMap(({ patterns }) => patterns.map(pattern => ({ pattern })))
  const item = languages.createLanguageStatusItem('kafkaReview.status', selector)
  item.name = 'Kafka Review'
  item.text = 'Kafka Review'
  item.busy = true
  item.command = { command: menu, title: l10n.t('Open') }
  const listening = host.onStatus(status => {
    item.busy = status.state === 'reading'
    item.text = counts(status)
    item.detail = details(status)
    item.severity =
      status.leftOut.length > 0 || status.slow.length > 0
        ? LanguageStatusSeverity.Warning
        : LanguageStatusSeverity.Information
  })
  context.subscriptions.push(item, listening)
}

/** What else there is to know, in few words: names of files are in the log. */
function details({ coverage, leftOut, slow }: Status): string {
  const { part, not } = coverage
  return [
    'Kafka Review',
    ...(part + not > 0 ? [l10n.t('{0} understood in part, {1} not', part, not)] : []),
    ...(leftOut.length > 0 ? [l10n.t('{0} left out', leftOut.length)] : []),
    ...(slow.length > 0 ? [l10n.t('{0} slow', slow.length)] : []),
  ].join(' · ')
}
