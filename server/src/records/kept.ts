import { strFromU8, unzipSync } from 'fflate/browser'
import type { Entry } from './changes.ts'
import type { ProcessingRecord, ShowPlace } from './record.ts'
import { columns, rowsOf, type Row } from './rows.ts'
import type { Words } from './words/words.ts'

/** What a written record says, without where it stands. */
export type Statement = Entry<string, string>

/** Places without the numbers of their lines: what only moved says the same. */
export const withoutLines = (text: string): string => text.replace(/(\.[\w-]+):\d+(?=\W|$)/g, '$1')

/** What a record says, behind its text where only programs read it: the forms for people are laid out so that they cannot be read back. */
export const keptIn = (record: ProcessingRecord, words: Words, show: ShowPlace): string => {
  const lines = statementsOf(rowsOf(record, words, show), words).map(({ activity, field, value }) =>
    // Nothing in it can end the comment, or begin an element.
    JSON.stringify([activity, field, value])
      .replaceAll('--', '-\\u002d')
      .replaceAll('<', '\\u003c')
      .replaceAll('>', '\\u003e'),
  )
  return `<!-- ${mark} ${words.language}\n${lines.join('\n')}\n-->\n`
}

const mark = 'kafka-review record'
const comment = new RegExp(`<!-- ${mark} \\w+\\n([\\s\\S]*?)\\n?-->`)

/** What the comment of a record says; undefined where it has none that is whole. */
export function readComment(text: string): Statement[] | undefined {
  const lines = comment.exec(text)?.[1]?.split(/\r?\n/)
  try {
    return lines?.map(line => {
      const [activity = '', field = '', value = ''] = JSON.parse(line) as string[]
      return { activity, field, value }
    })
  } catch {
    return undefined
  }
}

/** The text of a record that people read. */
export const withoutComment = (text: string): string => text.replace(comment, '')

/** What the rows of a record say. Rows of an activity tell its sources once; those of the annex are told apart by them. */
function statementsOf(rows: readonly Row[], { parts, accepted, unread, columns: headings }: Words): Statement[] {
  const annexed: readonly string[] = [parts.systems, parts.annex, accepted.title, unread.title]
  const told = new Set<string>()
  return rows.flatMap(({ activity, source, field, value, status }): Statement[] => {
    const said = `${value} (${status})`
    if (annexed.includes(activity))
      return [{ activity: '', field: `${activity}, ${withoutLines(source)}, ${field}`, value: said }]
    const first = told.has(activity) ? [] : [{ activity, field: headings.source, value: source }]
    told.add(activity)
    return [...first, { activity, field, value: said }]
  })
}

/** What a record in CSV says, whatever its separator. */
export const readCsv = (text: string, words: Words): Statement[] => statementsOf(rowsIn(csvTable(text)), words)

/** What a record in a workbook says. */
export const readXlsx = (bytes: Uint8Array, words: Words): Statement[] => statementsOf(rowsIn(sheetTable(bytes)), words)

/** What is written in a record, as text: of a workbook, its sheet. */
export const plainOf = (written: Uint8Array): string =>
  written[0] === 0x50 && written[1] === 0x4b ? sheetOf(written) : new TextDecoder().decode(written)

/** What a workbook in the columns of an authority says: its second column names the activity. */
export function readForm(bytes: Uint8Array): Statement[] {
  const [headings = [], ...rows] = sheetTable(bytes)
  return rows.flatMap(row =>
    row.flatMap((cell, index) =>
      index < 2 ? [] : cell.split('\n').map(value => ({ activity: row[1] ?? '', field: headings[index] ?? '', value })),
    ),
  )
}

/** What a record in JSON says: activities by their cells, everything else by its key. */
export function readJson(text: string): Statement[] {
  const { activities = [], ...others } = JSON.parse(text) as {
    activities?: {
      name: string
      sources: object[]
      cells: Record<string, { values: { text: string; basis: string }[] }>
    }[]
  }
  return [
    ...activities.flatMap(({ name: activity, sources, cells }) => [
      { activity, field: 'sources', value: withoutLines(JSON.stringify(sources)) },
      ...Object.entries(cells).flatMap(([field, { values }]) =>
        values.map(({ text: said, basis }) => ({ activity, field, value: `${said} (${basis})` })),
      ),
    ]),
    ...Object.entries(others).flatMap(([field, values]) =>
      (Array.isArray(values) ? values : [values]).map(value => ({
        activity: '',
        field,
        value: withoutLines(JSON.stringify(value)),
      })),
    ),
  ]
}

/** What a text says of which nothing more is known: its lines. */
export const readLines = (text: string): Statement[] =>
  withoutLines(text)
    .split(/\r?\n/)
    .filter(line => line.trim() !== '')
    .map(value => ({ activity: '', field: '', value: value.trim() }))

const rowsIn = ([, ...rows]: readonly (readonly string[])[]): Row[] =>
  rows.map(row => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? ''])) as unknown as Row)

/** The cells of a CSV file (RFC 4180); what stands first after the names of the columns tells the separator. */
function csvTable(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, '')
  const separator = /^[^\r\n]*?([,;])/.exec(plain)?.[1] ?? ','
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`, 'gy')
  const rows: string[][] = [[]]
  for (let found = cell.exec(plain); found && cell.lastIndex <= plain.length; found = cell.exec(plain)) {
    const [whole, quoted, bare = '', end = ''] = found
    if (whole === '') break
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare)
    if (end.endsWith('\n')) rows.push([])
  }
  return rows.filter(row => row.length > 0)
}

/** The cells of the first sheet of a workbook that we wrote. */
const sheetTable = (bytes: Uint8Array): string[][] =>
  [...sheetOf(bytes).matchAll(/<row .*?<\/row>/gs)].map(([row]) =>
    [...row.matchAll(/<t xml:space="preserve">(.*?)<\/t>/gs)].map(([, text = '']) => unescapeXml(text)),
  )

const sheetOf = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())

const unescapeXml = (text: string): string =>
  text.replace(/&(amp|lt|gt);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? '')
