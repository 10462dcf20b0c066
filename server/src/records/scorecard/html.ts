import { escapeHtml, page } from '../html-page.ts'
import type { ClusterPart, Page, Table } from './layout.ts'
import type { ScorecardWords } from './words/words.ts'

/** The scorecard as one page of HTML that prints. */
export function scorecardHtml({ clusters, stray, whatIf }: Page, words: ScorecardWords): string {
  const introduction = escapeHtml(words.introduction)
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/`(.+?)`/g, '<code>$1</code>')
  const body = [
    `<p>${introduction}</p>`,
    ...(clusters.length === 0
      ? [`<p>${escapeHtml(words.nothing)}</p>`]
      : clusters.map(one => clusterSection(one, words))),
    ...(stray ? [`<section>\n<h2>${escapeHtml(stray.title)}</h2>\n${tableHtml(stray, words)}\n</section>`] : []),
    ...whatIf.map(
      ({ title, broken, unclear }) =>
        `<section>\n<h2>${escapeHtml(`${words.parts.whatIf}: ${title}`)}</h2>\n${titled(broken, words)}${unclear.rows.length > 0 ? titled(unclear, words) : ''}\n</section>`,
    ),
  ]
  return page(words.record.language, words.title, body.join('\n'))
}

const clusterSection = (
  { name, place, summary, objectives, paths, gates, against }: ClusterPart,
  words: ScorecardWords,
): string =>
  `<section>\n<h2>${escapeHtml(name)}</h2>\n<p>${escapeHtml(`${place}. ${summary} ${objectives}`)}</p>\n${[...paths, gates, ...(against.rows.length > 0 ? [against] : [])].map(one => titled(one, words)).join('\n')}\n</section>`

const titled = (table: Table, words: ScorecardWords): string =>
  `<h3>${escapeHtml(table.title)}</h3>\n${tableHtml(table, words)}`

const tableHtml = ({ head, rows }: Table, words: ScorecardWords): string =>
  rows.length === 0
    ? ''
    : `<table class="wide">\n<tr>${head.map(name => `<th>${escapeHtml(name)}</th>`).join('')}</tr>\n${rows.map(row => `<tr>${row.map(cell => cellHtml(cell, words)).join('')}</tr>`).join('\n')}\n</table>`

/** What has to be declared stands out. */
const cellHtml = (cell: string, { toBeDeclared, record }: ScorecardWords): string =>
  `<td${cell === toBeDeclared || cell === record.bases.missing || cell === record.countryUnknown ? ' class="missing"' : ''}>${escapeHtml(cell)}</td>`
