import type { Locale } from '../locale/locale.ts'
import { say, word, type Message } from '../words/message.ts'
import { placeText, whereOf, type CellItem, type FindingItem, type Item, type Sheet } from './sheet.ts'

const style = `
  body { font: 10pt/1.4 system-ui, sans-serif; margin: 2em auto; max-width: 60em; color: #111 }
  table { border-collapse: collapse; width: 100% }
  th, td { border: 1px solid #999; padding: .3em .5em; text-align: left; vertical-align: top }
  small { color: #555 }
  del { color: #555 }
  b.error { color: #b00020 }
  b.warning { color: #8a5300 }
  @page { margin: 1.5cm }
`

/** The delta as one page of HTML that prints: no script, nothing from elsewhere. */
export function deltaHtml(sheet: Sheet, locale: Locale): string {
  const tell = (message: Message): string => word(message, locale.words)
  const section = (title: Message, inner: string): string =>
    `<section>\n<h2>${escapeHtml(tell(title))}</h2>\n${inner}\n</section>`
  const itemsFor = (audience: Item['audience']): string =>
    list(sheet.items.filter(item => item.audience === audience).map(item => itemHtml(item, locale))) ||
    `<p>${escapeHtml(tell(say('delta.noneHere')))}</p>`
  const body = [
    list([...sheet.headline, ...sheet.counts].map(escapeHtml)),
    section(say('delta.officer'), itemsFor('officer')),
    ...(sheet.cells.length > 0 ? [section(say('delta.record'), cellTable(sheet.cells, tell))] : []),
    section(say('delta.engineer'), itemsFor('engineer')),
    ...(sheet.come.length + sheet.gone.length > 0
      ? [
          section(
            say('delta.findings'),
            list([...sheet.come.map(findingHtml), ...sheet.gone.map(finding => `<del>${findingHtml(finding)}</del>`)]),
          ),
        ]
      : []),
  ]
  const title = escapeHtml(sheet.title)
  return `<!doctype html>\n<html lang="${locale.id}">\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n<style>${style}</style>\n</head>\n<body>\n<h1>${title}</h1>\n${body.join('\n')}\n</body>\n</html>\n`
}

const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>\n${items.map(item => `<li>${item}</li>`).join('\n')}\n</ul>`

function itemHtml(item: Item, locale: Locale): string {
  const where = whereOf(item, locale)
  return [
    `<b class="${item.level}">${item.level}</b> ${escapeHtml(item.text)}`,
    ...(where === '' ? [] : [`<br><small>${escapeHtml(where)}</small>`]),
    ...item.because.map(reason => `<br><small>${escapeHtml(reason)}</small>`),
  ].join('')
}

const cellTable = (cells: readonly CellItem[], tell: (message: Message) => string): string =>
  [
    '<table>',
    ...cells.map(({ activity, heading, gone, come, missing }) => {
      const values = [
        ...gone.map(value => `<del>${escapeHtml(value)}</del>`),
        ...come.map(escapeHtml),
        ...missing.map(value => `<b>${escapeHtml(tell(say('delta.missing', { text: value })))}</b>`),
      ]
      return `<tr><td>${escapeHtml(activity)}</td><td>${escapeHtml(heading)}</td><td>${values.join('<br>')}</td></tr>`
    }),
    '</table>',
  ].join('\n')

const findingHtml = (finding: FindingItem): string =>
  escapeHtml(`${placeText(finding)} ${finding.level} ${finding.code} ${finding.text}`)

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, mark => `&#${mark.charCodeAt(0)};`)
