import { escapeMarkdown } from '../../text/markdown.ts'
import type { ClusterPart, Page, Table } from './layout.ts'
import type { ScorecardWords } from './words/words.ts'

/** The scorecard as Markdown. */
export const scorecardMarkdown = ({ clusters, stray, whatIf }: Page, words: ScorecardWords): string =>
  [
    `# ${words.title}`,
    '',
    words.introduction,
    '',
    ...(clusters.length === 0 ? [words.nothing, ''] : clusters.flatMap(clusterLines)),
    ...(stray ? [`## ${stray.title}`, '', ...tableLines(stray)] : []),
    ...whatIf.flatMap(({ title, broken, unclear }) => [
      `## ${words.parts.whatIf}: ${title}`,
      '',
      ...titled(broken),
      ...(unclear.rows.length > 0 ? titled(unclear) : []),
    ]),
  ].join('\n')

const clusterLines = ({ name, place, summary, objectives, paths, gates, against }: ClusterPart): string[] => [
  `## ${escapeMarkdown(name)}`,
  '',
  `${escapeMarkdown(place)}. ${summary} ${escapeMarkdown(objectives)}`,
  '',
  ...paths.flatMap(titled),
  ...titled(gates),
  ...(against.rows.length > 0 ? titled(against) : []),
]

const titled = (table: Table): string[] => [`### ${table.title}`, '', ...tableLines(table)]

const tableLines = ({ head, rows }: Table): string[] =>
  rows.length === 0
    ? []
    : [line(head), line(head.map(() => '---')), ...rows.map(row => line(row.map(escapeMarkdown))), '']

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
