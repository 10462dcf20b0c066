import type { Field, SchemaRecord } from '../../src/model/entities.ts'
import { readFile } from '../../src/reader/read-file.ts'
import { toUri } from '../../src/text/uri.ts'
import { indexLines } from '../../src/text/line-index.ts'

/** A field with what people decided of it. */
export interface LabelledField {
  readonly repo: string
  readonly record: SchemaRecord
  readonly field: Field
  /** All records of its file, as the product reads them. */
  readonly beside: readonly SchemaRecord[]
  readonly label: 'personal' | 'special' | 'not' | 'ambiguous'
  readonly category: string
  /** The record as the labels call it, with what encloses it. */
  readonly recordName: string
}

interface Row {
  readonly repo: string
  readonly path: string
  readonly format: string
  readonly record: string
  readonly field: string
  readonly type: string
  readonly doc?: string
  readonly label: LabelledField['label']
  readonly category: string
}

/** The rows of a table of labels: one header line, cells apart by tabs. */
export function rowsOf(text: string): Record<string, string>[] {
  const [header = '', ...lines] = text.trimEnd().split('\n')
  const names = header.split('\t')
  return lines.map(line => {
    const cells = line.split('\t')
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
  })
}

/** Writes the labelled records of each file as a schema, nested as there, and reads them with the product's own formats. */
export function labelledFields(text: string): LabelledField[] {
  const files = groupBy(rowsOf(text) as unknown as Row[], row => `${row.repo}|${row.path}`)
  return [...files.values()].flatMap(rows => fieldsOf(rows))
}

function fieldsOf(rows: readonly Row[]): LabelledField[] {
  const [first] = rows
  if (!first) return []
  const isProto = first.format === 'proto'
  const base = identifier((first.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, ''))
  const { lines, where } = isProto ? protoText(rows) : avroText(rows)
  const text = `${lines.join('\n')}\n`
  const read = readFile(toUri(`file:///${base}.${isProto ? 'proto' : 'avsc'}`), text)
  const beside = (read?.facts.entities ?? []).flatMap(entity => (entity.kind === 'record' ? [entity] : []))
  const index = indexLines(text)
  return beside.flatMap(record =>
    record.fields.flatMap((field): LabelledField[] => {
      const row = where.get(index.position(field.name.at.span.start).line + 1)
      if (!row) return []
      const { repo, label, category } = row
      return [{ repo, record, field, beside, label, category, recordName: row.record }]
    }),
  )
}

interface Text {
  readonly lines: string[]
  /** The row whose field a line is, by its number from 1. */
  readonly where: Map<number, Row>
}

interface Node {
  readonly children: Map<string, Node>
  readonly rows: Row[]
}

function protoText(rows: readonly Row[]): Text {
  const lines = ['syntax = "proto3";', `package ${spaceOf(rows)};`, 'import "other.proto";']
  const where = new Map<number, Row>()
  const tree: Node = { children: new Map(), rows: [] }
  for (const [name, own] of groupBy(rows, row => row.record)) {
    let at = tree
    for (const part of name.split('.').map(identifier)) {
      const child: Node = at.children.get(part) ?? { children: new Map(), rows: [] }
      at.children.set(part, child)
      at = child
    }
    at.rows.push(...own)
  }
  const write = (name: string, node: Node, pad: string): void => {
    lines.push(`${pad}message ${name} {`)
    for (const [child, sub] of node.children) write(child, sub, `${pad}  `)
    for (const [i, row] of once(node.rows).entries()) {
      if (row.doc) lines.push(`${pad}  // ${row.doc}`)
      where.set(lines.push(`${pad}  ${protoType(row.type)} ${identifier(row.field)} = ${i + 1};`), row)
    }
    lines.push(`${pad}}`)
  }
  for (const [child, sub] of tree.children) write(child, sub, '')
  return { lines, where }
}

function avroText(rows: readonly Row[]): Text {
  const lines: string[] = []
  const where = new Map<number, Row>()
  const records = groupBy(rows, row => row.record)
  const names = new Map([...records.keys()].map(name => [identifier(lastOf(name)), name]))
  const defined = new Set<string>()
  const childrenOf = (name: string): string[] =>
    [...records.keys()].filter(other => other.startsWith(`${name}.`) && !other.slice(name.length + 1).includes('.'))
  const write = (name: string, pad: string): void => {
    defined.add(name)
    const space = [
      spaceOf(rows),
      ...name
        .split('.')
        .slice(0, -1)
        .map(part => identifier(part).toLowerCase()),
    ].join('.')
    lines.push(
      `${pad}{"type": "record", "name": ${JSON.stringify(identifier(lastOf(name)))}, "namespace": ${JSON.stringify(space)}, "fields": [`,
    )
    const own = once(records.get(name) ?? [])
    for (const [i, row] of own.entries()) {
      const end = i < own.length - 1 ? ',' : ''
      const head = `${pad}  {"name": ${JSON.stringify(identifier(row.field))}${row.doc ? `, "doc": ${JSON.stringify(row.doc)}` : ''}, "type":`
      const child = childrenOf(name).find(
        other => !defined.has(other) && new RegExp(`\\b${lastOf(other).replace(/\W/g, '\\W')}\\b`).test(row.type),
      )
      if (child === undefined) {
        const type = avroType(row.type, word => (names.has(word) ? word : `other.${word}`))
        where.set(lines.push(`${head} ${JSON.stringify(type)}}${end}`), row)
      } else {
        where.set(lines.push(head), row)
        write(child, `${pad}    `)
        lines.push(`${pad}  }${end}`)
      }
    }
    lines.push(`${pad}]}`)
  }
  lines.push('[')
  const roots = [...records.keys()].filter(name => !records.has(name.split('.').slice(0, -1).join('.')))
  for (const name of [...roots, ...records.keys()]) {
    if (defined.has(name)) continue
    if (lines.length > 1) lines[lines.length - 1] += ','
    write(name, '  ')
  }
  lines.push(']')
  return { lines, where }
}

const once = (rows: readonly Row[]): Row[] =>
  [...new Map([...rows].reverse().map(row => [identifier(row.field), row])).values()].reverse()

const spaceOf = (rows: readonly Row[]): string => identifier(rows[0]?.repo.split('/').at(-1) ?? '').toLowerCase()

const lastOf = (name: string): string => name.split('.').at(-1) ?? ''

const identifier = (text: string): string => text.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=[0-9])/, '_') || 'X'

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

const primitives: Readonly<Record<string, string>> = {
  string: 'string',
  bytes: 'bytes',
  bool: 'boolean',
  boolean: 'boolean',
  float: 'float',
  double: 'double',
  int: 'int',
  int32: 'int',
  uint32: 'int',
  sint32: 'int',
  fixed32: 'int',
  sfixed32: 'int',
  long: 'long',
  int64: 'long',
  uint64: 'long',
  sint64: 'long',
  fixed64: 'long',
  sfixed64: 'long',
  null: 'null',
  stringvalue: 'string',
  boolvalue: 'boolean',
  int32value: 'int',
  uint32value: 'int',
  int64value: 'long',
  doublevalue: 'double',
  bytesvalue: 'bytes',
  integer: 'int',
  number: 'double',
  text: 'string',
  varchar: 'string',
  char: 'string',
  uuid: 'string',
  date: 'string',
  datetime: 'string',
  timestamp: 'long',
  time: 'string',
  id: 'string',
  decimal: 'bytes',
  numeric: 'bytes',
  smallint: 'int',
  bigint: 'long',
  real: 'float',
  enum: 'string',
}
const scalars = new Set(
  'string bytes bool float double int32 int64 uint32 uint64 sint32 sint64 fixed32 fixed64 sfixed32 sfixed64'.split(' '),
)
const protoPrimitives: Readonly<Record<string, string>> = {
  string: 'string',
  bytes: 'bytes',
  boolean: 'bool',
  int: 'int32',
  long: 'int64',
  float: 'float',
  double: 'double',
}

/** A type of the labels in Avro: unions, arrays and maps kept, logical types their base; another named type is known by its name only. */
function avroType(text: string, named: (word: string) => string): unknown {
  const type = text.trim()
  if (/^(?:optional|required)\s+/i.test(type)) return avroType(type.replace(/^\w+\s+/, ''), named)
  if (/^repeated\s+/i.test(type)) return { type: 'array', items: avroType(type.slice(9), named) }
  const array = /^array<(.*)>$/.exec(type)
  if (array) return { type: 'array', items: avroType(array[1] ?? '', named) }
  const map = /^map<(?:[^,]+,)?\s*(.*)>$/.exec(type)
  if (map) return { type: 'map', values: avroType(map[1] ?? '', named) }
  if (!/[<(]/.test(type) && type.includes('|'))
    return [...new Set(type.split('|').map(part => JSON.stringify(avroType(part, named))))].map(part =>
      JSON.parse(part),
    )
  const logical = /^(\w+)\([\w, -]+\)$/.exec(type)
  return (
    primitives[(logical?.[1] ?? type).toLowerCase()] ??
    named(
      identifier(
        type
          .split(/[.<>()[\], ]+/)
          .filter(Boolean)
          .at(-1) ?? 'string',
      ),
    )
  )
}

/** A type of the labels in Protobuf. */
function protoType(text: string): string {
  const type = text.trim().replace(/^required\s+/i, 'optional ')
  const labelled = /^(optional|repeated)\s+(.*)$/i.exec(type)
  if (labelled) return `${labelled[1]?.toLowerCase()} ${protoType(labelled[2] ?? '')}`
  const map = /^map<\s*([^,]+),\s*(.*)>$/.exec(type)
  if (map) return `map<${scalars.has(map[1] ?? '') ? map[1] : 'string'}, ${protoType(map[2] ?? '')}>`
  if (scalars.has(type)) return type
  if (type === 'Timestamp') return 'google.protobuf.Timestamp'
  const primitive = protoPrimitives[primitives[type.toLowerCase()] ?? '']
  if (primitive !== undefined && !/value$/i.test(type)) return primitive
  const words = type.split(/[<>()[\], |]+/).filter(Boolean)
  return words.at(-1)?.split('.').map(identifier).join('.') ?? 'string'
}

/** The fields that were made up for a test: one line a record, `Record: field type category | ...`, `-` for nothing personal. */
export function madeUpFields(text: string, special: (category: string) => boolean): LabelledField[] {
  const header = 'repo\tpath\tcommit\tformat\trecord\tfield\ttype\tdoc\tlabel\tcategory'
  return text
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .flatMap(line => {
      const [record = '', rest = ''] = line.split(/: (.*)/)
      const rows = rest.split(' | ').map(cell => {
        const [field = '', type = '', category = ''] = cell.split(' ')
        const label = labelOf(category, special)
        const named = type === type.toUpperCase() ? `${type[0] ?? ''}${type.slice(1).toLowerCase()}` : type
        return [
          `made up/${record}`,
          `${record}.avsc`,
          '',
          'avro',
          record,
          field,
          named,
          '',
          label,
          label === 'not' ? '' : category,
        ]
      })
      return labelledFields([header, ...rows.map(cells => cells.join('\t'))].join('\n'))
    })
}

function labelOf(category: string, special: (category: string) => boolean): LabelledField['label'] {
  if (category === '-') return 'not'
  return special(category) ? 'special' : 'personal'
}
