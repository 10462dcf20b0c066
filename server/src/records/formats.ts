import type { Db } from '../assess/db.ts'
import { authorityForms, authorityXlsx } from './authority-forms.ts'
import { recordCsv } from './csv.ts'
import { recordFides } from './fides.ts'
import { recordHtml } from './html.ts'
import { recordJson } from './json.ts'
import { recordMarkdown, type Places } from './markdown.ts'
import type { ProcessingRecord } from './record.ts'
import type { Words } from './words/words.ts'
import { recordXlsx } from './xlsx.ts'

/** A form that the record is written in. */
export interface RecordFormat {
  /** As people know it. */
  readonly name: string
  readonly ending: string
  /** The language that it is filled in, whatever is asked for. */
  readonly language?: Words['language']
  write(record: ProcessingRecord, words: Words, places: Places, db: Db): string | Uint8Array
}

/** All forms of the record. */
export const recordFormats = {
  markdown: { name: 'Markdown', ending: 'md', write: recordMarkdown },
  html: { name: 'HTML, to print', ending: 'html', write: (record, words, { show }) => recordHtml(record, words, show) },
  csv: { name: 'CSV', ending: 'csv', write: (record, words, { show }) => recordCsv(record, words, show) },
  'csv-semicolon': {
    name: 'CSV with semicolons, for spreadsheets with a decimal comma',
    ending: 'csv',
    write: (record, words, { show }) => recordCsv(record, words, show, ';'),
  },
  xlsx: { name: 'Excel workbook', ending: 'xlsx', write: (record, words, { show }) => recordXlsx(record, words, show) },
  dsk: {
    name: 'Excel workbook after the model of the German authorities (DSK)',
    ending: 'xlsx',
    language: authorityForms.dsk.language,
    write: (record, words) => authorityXlsx(record, authorityForms.dsk, words),
  },
  cnil: {
    name: 'Excel workbook after the model of the CNIL',
    ending: 'xlsx',
    language: authorityForms.cnil.language,
    write: (record, words) => authorityXlsx(record, authorityForms.cnil, words),
  },
  ico: {
    name: 'Excel workbook after the model of the ICO',
    ending: 'xlsx',
    language: authorityForms.ico.language,
    write: (record, words) => authorityXlsx(record, authorityForms.ico, words),
  },
  json: { name: 'JSON', ending: 'json', write: (record, words, { show }) => recordJson(record, words, show) },
  fides: {
    name: 'fideslang manifest',
    ending: 'yml',
    write: (record, words, { show }, db) => recordFides(record, words, show, db),
  },
} as const satisfies Readonly<Record<string, RecordFormat>>

/** The name of a form. */
export type RecordFormatName = keyof typeof recordFormats
