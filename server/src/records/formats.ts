import type { Db } from '../assess/db.ts'
import { authorityForms, authorityXlsx } from './authority-forms.ts'
import { recordCsv } from './csv.ts'
import { recordDpv } from './dpv.ts'
import { recordFides } from './fides.ts'
import { recordHtml } from './html.ts'
import { recordJson } from './json.ts'
import { keptIn, readComment, readCsv, readForm, readJson, readLines, readXlsx, type Statement } from './kept.ts'
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
  /** What one that was written before says; undefined where it cannot be told. */
  read(written: Uint8Array, words: Words): Statement[] | undefined
}

const text = (written: Uint8Array): string => new TextDecoder().decode(written)
/** What is laid out for people says behind its text what it says. */
const readHidden = (written: Uint8Array): Statement[] | undefined => readComment(text(written))
const readTable = (written: Uint8Array, words: Words): Statement[] => readCsv(text(written), words)

/** All forms of the record. */
export const recordFormats = {
  markdown: {
    name: 'Markdown',
    ending: 'md',
    write: (record, words, places) => `${recordMarkdown(record, words, places)}\n${keptIn(record, words, places.show)}`,
    read: readHidden,
  },
  html: {
    name: 'HTML, to print',
    ending: 'html',
    write: (record, words, { show }) => `${recordHtml(record, words, show)}${keptIn(record, words, show)}`,
    read: readHidden,
  },
  csv: {
    name: 'CSV',
    ending: 'csv',
    write: (record, words, { show }) => recordCsv(record, words, show),
    read: readTable,
  },
  'csv-semicolon': {
    name: 'CSV with semicolons, for spreadsheets with a decimal comma',
    ending: 'csv',
    write: (record, words, { show }) => recordCsv(record, words, show, ';'),
    read: readTable,
  },
  xlsx: {
    name: 'Excel workbook',
    ending: 'xlsx',
    write: (record, words, { show }) => recordXlsx(record, words, show),
    read: readXlsx,
  },
  dsk: {
    name: 'Excel workbook after the model of the German authorities (DSK)',
    ending: 'xlsx',
    language: authorityForms.dsk.language,
    write: (record, words) => authorityXlsx(record, authorityForms.dsk, words),
    read: readForm,
  },
  cnil: {
    name: 'Excel workbook after the model of the CNIL',
    ending: 'xlsx',
    language: authorityForms.cnil.language,
    write: (record, words) => authorityXlsx(record, authorityForms.cnil, words),
    read: readForm,
  },
  ico: {
    name: 'Excel workbook after the model of the ICO',
    ending: 'xlsx',
    language: authorityForms.ico.language,
    write: (record, words) => authorityXlsx(record, authorityForms.ico, words),
    read: readForm,
  },
  json: {
    name: 'JSON',
    ending: 'json',
    write: (record, words, { show }) => recordJson(record, words, show),
    read: written => readJson(text(written)),
  },
  dpv: {
    name: 'JSON-LD in the Data Privacy Vocabulary',
    ending: 'jsonld',
    write: (record, words, { show }) => recordDpv(record, words, show),
    read: written => readLines(text(written)),
  },
  fides: {
    name: 'fideslang manifest',
    ending: 'yml',
    write: (record, words, { show }, db) => recordFides(record, words, show, db),
    read: written => readLines(text(written)),
  },
} as const satisfies Readonly<Record<string, RecordFormat>>

/** The name of a form. */
export type RecordFormatName = keyof typeof recordFormats
