import type { Locale } from '../locale/locale.ts'
import { codeSpan, escapeMarkdown } from '../text/markdown.ts'
import { say, word, type Message } from '../words/message.ts'
import { placeText, whereOf, type CellItem, type FindingItem, type Item, type Sheet } from './sheet.ts'

/** The delta as a comment on a pull request: ten lines first, then what the officer and the engineer unfold. Whoever updates the comment finds it by its first line. */
export function deltaMarkdown(sheet: Sheet, locale: Locale): string {
  const tell = (message: Message): string => word(message, locale.words)
  const { items, cells, come, gone } = sheet
  const [officer, engineer] = (['officer', 'engineer'] as const).map(audience =>
    items.filter(item => item.audience === audience),
  )
  const record = cells.length > 0 ? [`**${tell(say('delta.record'))}**`, cellTable(cells, tell)] : []
  const findings = [
    ...cut(come).map(finding => `- ${findingLine(finding)}`),
    ...cut(gone).map(finding => `- ~~${findingLine(finding)}~~`),
  ]
  return [
    marker,
    `### ${escapeMarkdown(sheet.title)}`,
    [...sheet.headline, ...sheet.counts].map(line => `- ${text(line)}`).join('\n'),
    ...folded(tell(say('delta.officer')), [itemLines(officer ?? [], locale), ...record], tell),
    ...folded(
      tell(say('delta.engineer')),
      [
        itemLines(engineer ?? [], locale),
        ...(findings.length > 0 ? [`**${tell(say('delta.findings'))}**`, findings.join('\n')] : []),
      ],
      tell,
    ),
  ]
    .filter(block => block !== '')
    .join('\n\n')
    .concat('\n')
}

/** By what a comment is known again. */
const marker = '<!-- kafka-review diff -->'

/** A comment takes 65,536 characters: of long lists, the first hundred entries. */
const most = 100
const cut = <T>(items: readonly T[]): readonly T[] => items.slice(0, most)

/** A text of a file in Markdown, which calls nobody: `@` is a mention on most hosts. Keys and words between backticks are code. */
const text = (said: string): string =>
  said
    .split(/`([A-Za-z][\w.-]*)`/)
    .map((part, i) => (i % 2 === 1 ? codeSpan(part) : escapeMarkdown(part).replaceAll('@', '@<!-- -->')))
    .join('')

function folded(title: string, blocks: readonly string[], tell: (message: Message) => string): string[] {
  const there = blocks.filter(block => block !== '')
  const inner = there.length > 0 ? there.join('\n\n') : tell(say('delta.noneHere'))
  return [`<details><summary>${escapeMarkdown(title)}</summary>\n\n${inner}\n\n</details>`]
}

const itemLines = (items: readonly Item[], locale: Locale): string =>
  cut(items)
    .map(item => {
      const where = whereOf(item, locale)
      const lines = [
        `- **${item.level}** ${text(item.text)}${where === '' ? '' : ` (${text(where)})`}`,
        ...item.because.map(reason => `  - ${text(reason)}`),
      ]
      return lines.join('\n')
    })
    .join('\n')

function cellTable(cells: readonly CellItem[], tell: (message: Message) => string): string {
  const rows = cut(cells).map(({ activity, of, heading, gone, come, missing }) => {
    const state = of === 'changed' ? '' : ` (${tell(say(of === 'new' ? 'delta.activityNew' : 'delta.activityGone'))})`
    const values = [
      ...gone.map(value => `~~${text(value)}~~`),
      ...come.map(text),
      ...missing.map(value => `**${text(tell(say('delta.missing', { text: value })))}**`),
    ]
    return `| ${text(activity)}${text(state)} | ${text(heading)} | ${values.join('<br>')} |`
  })
  const head = [say('delta.activity'), say('delta.entry'), say('delta.change')].map(one => text(tell(one)))
  return [`| ${head.join(' | ')} |`, '|---|---|---|', ...rows].join('\n')
}

const findingLine = (finding: FindingItem): string =>
  `${text(placeText(finding))} ${finding.level} ${finding.code} ${text(finding.text)}`
