import type { ShowPlace } from './markdown.ts'
import { cellHeadings, cellNames, type ProcessingRecord } from './record.ts'

/** The record as CSV (RFC 4180), one row per value; a byte order mark tells spreadsheets that it is UTF-8. */
export function recordCsv({ activities }: ProcessingRecord, show: ShowPlace): string {
  const rows = activities.flatMap(({ name, of, cells }) => cellNames.flatMap(cell => cells[cell].map(({ text, basis, places }) => [name, of, `Art. 30(1)${cellHeadings[cell].point}`, cellHeadings[cell].title, text, basis, [...new Set(places.map(show))].join(', ')])))
  return `\uFEFF${[['Activity', 'Source', 'Article', 'Field', 'Value', 'Status', 'Evidence'], ...rows].map(row => row.map(quote).join(',')).join('\r\n')}\r\n`
}

/** A spreadsheet must not take a value for a formula. */
function quote(text: string): string {
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded
}
