import { strToU8, zipSync } from 'fflate/browser'
import type { ProcessingRecord, ShowPlace } from './record.ts'
import { columns, rowsOf } from './rows.ts'
import type { Words } from './words/words.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Everything but the sheet: the parts that Office Open XML (ECMA-376) asks of a workbook. */
const partsOf = (name: string): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${spreadsheet}" xmlns:r="${relationships}"><sheets><sheet name="${escapeXml(name)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/styles.xml': `<styleSheet xmlns="${spreadsheet}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
})

/** Width of each column, in characters. */
const widths = [24, 28, 14, 28, 60, 10, 40]

/** The record as an Office Open XML workbook: one row a value. */
export const recordXlsx = (record: ProcessingRecord, words: Words, show: ShowPlace): Uint8Array =>
  tableXlsx('Art. 30', widths, [
    columns.map(column => words.columns[column]),
    ...rowsOf(record, words, show).map(row => columns.map(column => row[column])),
  ])

/** A table as an Office Open XML workbook: one sheet, its first row, the names of the columns, frozen; widths in characters. The same table gives the same bytes. */
export function tableXlsx(name: string, widths: readonly number[], rows: readonly (readonly string[])[]): Uint8Array {
  const cells = rows.map(
    (row, index) =>
      `<row r="${index + 1}">${row.map((text, column) => `<c r="${letters(column)}${index + 1}" s="${index === 0 ? 1 : 0}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`).join('')}</row>`,
  )
  const sheet = `<worksheet xmlns="${spreadsheet}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>${cells.join('')}</sheetData><autoFilter ref="A1:${letters(widths.length - 1)}${rows.length}"/></worksheet>`
  const files = Object.entries({ ...partsOf(name), 'xl/worksheets/sheet1.xml': sheet }).map(([path, text]) => [
    path,
    strToU8(head + text),
  ])
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>, { mtime: '1980-01-01T00:00:00' })
}

/** How a spreadsheet calls a column: `A` to `Z`, `AA` and on. */
const letters = (column: number): string =>
  `${column < 26 ? '' : letters(Math.floor(column / 26) - 1)}${String.fromCharCode(65 + (column % 26))}`

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for other control characters.
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g

const escapeXml = (text: string): string =>
  text
    .replace(notXml, '')
    .replace(/[&<>]/g, character => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character)
