import { Unzip, UnzipInflate } from 'fflate/browser'
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
  return `<!-- ${mark} ${words.language}\n${[...new Set(lines)].join('\n')}\n-->\n`
}

const mark = 'kafka-review record'
const opening = new RegExp(`<!-- ${mark} \\w+\\n`)

/** The text before the comment of a record, what the comment says, and the text behind it; undefined where it has none that is whole. */
function aroundComment(text: string): readonly [before: string, said: string, behind: string] | undefined {
  const begin = opening.exec(text)
  if (!begin) return undefined
  const from = begin.index + begin[0].length
  const end = text.indexOf('-->', from)
  return end < 0
    ? undefined
    : [text.slice(0, begin.index), text.slice(from, end).replace(/\n$/, ''), text.slice(end + 3)]
}

/** What the comment of a record says; undefined where it has none that is whole. */
export function readComment(text: string): Statement[] | undefined {
  const said = aroundComment(text)?.[1]
  try {
    return said
      ?.split(/\r?\n/)
      .filter(line => line !== '')
      .map(line => {
        const [activity = '', field = '', value = ''] = JSON.parse(line) as string[]
        return { activity, field, value }
      })
  } catch {
    return undefined
  }
}

/** The text of a record that people read. */
export function withoutComment(text: string): string {
  const [before, , behind] = aroundComment(text) ?? [text, '', '']
  return before + behind
}

/** What the rows of a record say. Rows of an activity tell its sources once; those of the annex are told apart by them. */
function statementsOf(rows: readonly Row[], { parts, accepted, unread, columns: headings }: Words): Statement[] {
  const annexed: readonly string[] = [parts.systems, parts.annex, parts.schemas, accepted.title, unread.title]
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

/** What is written in a record, as text: of a workbook, its sheet; of one that cannot be unpacked, nothing. */
export function plainOf(written: Uint8Array): string {
  try {
    return written[0] === 0x50 && written[1] === 0x4b ? sheetOf(written) : new TextDecoder().decode(written)
  } catch {
    return ''
  }
}

/** What a workbook in the columns of an authority says: its second column begins with the name of the activity. */
export function readForm(bytes: Uint8Array): Statement[] {
  const [headings = [], ...rows] = sheetTable(bytes)
  return rows.flatMap(([, named = '', ...cells]) => {
    const [activity = '', ...more] = named.split('\n')
    return [more, ...cells.map(cell => cell.split('\n'))].flatMap((values, index) =>
      values.map(value => ({ activity, field: headings[index + 1] ?? '', value })),
    )
  })
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
  between(sheetOf(bytes), '<row ', '</row>').map(row =>
    between(row, '<t xml:space="preserve">', '</t>').map(unescapeXml),
  )

/** The stretches of a text that stand between two others, in time linear in the text. */
const between = (text: string, begin: string, end: string): string[] =>
  text
    .split(end)
    .slice(0, -1)
    .flatMap(part => {
      const at = part.indexOf(begin)
      return at < 0 ? [] : [part.slice(at + begin.length)]
    })

/** More bytes than the sheet of any record has: a few could unpack to more than a machine holds. */
const mostInSheet = 2 ** 25

/** The text of the first sheet; throws where there is none that can be unpacked. */
function sheetOf(bytes: Uint8Array): string {
  const chunks: Uint8Array[] = []
  let size = 0
  const take = (error: unknown, chunk: Uint8Array): void => {
    if (error) throw error
    size += chunk.length
    if (size > mostInSheet) throw new Error('more than a sheet of a record holds')
    chunks.push(chunk)
  }
  const unzip = new Unzip(file => {
    if (file.name !== 'xl/worksheets/sheet1.xml') return
    file.ondata = take
    file.start()
  })
  unzip.register(UnzipInflate)
  // What a piece unpacks to is counted before the next one is.
  for (let at = 0; at < bytes.length; at += piece)
    unzip.push(bytes.subarray(at, at + piece), at + piece >= bytes.length)
  if (chunks.length === 0) throw new Error('no sheet')
  return new TextDecoder().decode(concatenated(chunks, size))
}

const piece = 2 ** 14

function concatenated(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

const unescapeXml = (text: string): string =>
  text.replace(/&(amp|lt|gt);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? '')
