import type { ProcessingRecord, ShowPlace } from './record.ts'
import { columns, rowsOf } from './rows.ts'
import type { Words } from './words/words.ts'

/** The record as CSV (RFC 4180), one row a value; a byte order mark tells spreadsheets that it is UTF-8. The separator is a semicolon where spreadsheets expect a decimal comma. */
export function recordCsv(record: ProcessingRecord, words: Words, show: ShowPlace, separator: ',' | ';' = ','): string {
  const rows = rowsOf(record, words, show).map(row => columns.map(column => row[column]))
  return tableCsv([columns.map(column => words.columns[column]), ...rows], separator)
}

/** A table as CSV, its first row the names of its columns. */
export const tableCsv = (rows: readonly (readonly string[])[], separator: ',' | ';' = ','): string =>
  `\uFEFF${rows.map(row => row.map(quote).join(separator)).join('\r\n')}\r\n`

function quote(text: string): string {
  const guarded = guard(text)
  return /[",;\r\n]/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded
}

/** A spreadsheet must not take a value for a formula. */
export const guard = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
