import { tableCsv } from '../csv.ts'
import { tableXlsx } from '../xlsx.ts'
import { scorecardHtml } from './html.ts'
import { scorecardJson } from './json.ts'
import { layoutOf, tableOf } from './layout.ts'
import { scorecardMarkdown } from './markdown.ts'
import type { Wording } from './rows.ts'
import type { Scorecard } from './card.ts'
import type { Consequences } from './what-if.ts'

/** A form that the scorecard is written in. */
export interface ScorecardFormat {
  readonly ending: string
  write(card: Scorecard, consequences: readonly Consequences[], wording: Wording): string | Uint8Array
}

/** Width of each column of the workbook, in characters. */
const widths = [16, 16, 22, 44, 28, 44, 10, 34, 20, 18, 24, 34]

/** All forms of the scorecard; tables leave out what is supposed, the gates and the findings' texts. */
export const scorecardFormats = {
  html: {
    ending: 'html',
    write: (card, consequences, wording) => scorecardHtml(layoutOf(card, consequences, wording), wording.words),
  },
  markdown: {
    ending: 'md',
    write: (card, consequences, wording) => scorecardMarkdown(layoutOf(card, consequences, wording), wording.words),
  },
  json: { ending: 'json', write: scorecardJson },
  xlsx: {
    ending: 'xlsx',
    write: (card, _, wording) => tableXlsx(wording.words.title.slice(0, 31), widths, tableOf(card, wording)),
  },
  csv: { ending: 'csv', write: (card, _, wording) => tableCsv(tableOf(card, wording)) },
  'csv-semicolon': { ending: 'csv', write: (card, _, wording) => tableCsv(tableOf(card, wording), ';') },
} as const satisfies Readonly<Record<string, ScorecardFormat>>

/** The name of a form. */
export type ScorecardFormatName = keyof typeof scorecardFormats
