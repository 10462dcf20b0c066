import type { Locale } from '../locale/locale.ts'
import { plain, plainLine } from '../report/plain.ts'
import { say, word, type Message } from '../words/message.ts'
import { placeText, whereOf, type CellItem, type FindingItem, type Item, type Sheet } from './sheet.ts'

/** The delta for a terminal: what asks something first, then the record, then the findings. */
export function deltaText(sheet: Sheet, locale: Locale): string {
  const tell = (message: Message): string => word(message, locale.words)
  const grave = sheet.items.filter(({ level }) => level !== 'hint')
  const mild = sheet.items.filter(({ level }) => level === 'hint')
  const blocks = [
    grave.map(item => itemText(item, locale)).join(''),
    mild.map(item => itemText(item, locale)).join(''),
    sheet.cells.map(cell => cellText(cell, tell)).join(''),
    [
      ...sheet.come.map(finding => `+ ${findingText(finding)}\n`),
      ...sheet.gone.map(finding => `- ${findingText(finding)}\n`),
    ].join(''),
    sheet.counts.map(line => `${plainLine(line)}\n`).join(''),
  ]
  return blocks.filter(block => block !== '').join('\n')
}

function itemText(item: Item, locale: Locale): string {
  const where = whereOf(item, locale)
  return [
    `${item.level} ${item.kind}: ${plain(item.text)}`,
    ...(where === '' ? [] : [`  ${plainLine(where)}`]),
    ...item.because.map(reason => `  = ${plain(reason)}`),
    '',
  ].join('\n')
}

const cellText = (
  { activity, of, heading, gone, come, missing }: CellItem,
  tell: (message: Message) => string,
): string =>
  [
    `${plain(activity)}${of === 'changed' ? '' : ` (${tell(say(of === 'new' ? 'delta.activityNew' : 'delta.activityGone'))})`}, ${heading}`,
    ...[
      ...gone.map(text => say('delta.was', { text })),
      ...come.map(text => say('delta.is', { text })),
      ...missing.map(text => say('delta.missing', { text })),
    ].map(message => `  ${plain(tell(message))}`),
    '',
  ].join('\n')

const findingText = (finding: FindingItem): string =>
  `${plainLine(placeText(finding))}:${finding.column} ${finding.level} ${finding.code} ${plain(finding.text)}`
