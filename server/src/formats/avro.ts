import type { Annotation, Field, FieldType, Schema, SchemaRecord } from '../model/entities.ts'
import { knownValue, type Known } from '../model/fact.ts'
import { baseName } from '../text/uri.ts'
import { avroContract } from './contract/avro.ts'
import { contractIn } from './contract/contract-in.ts'
import { avroFlaws } from './schema-flaws/avro.ts'
import { down, entries, items, reportingAt } from './cursor.ts'
import { extentOf, type Cursor } from './position.ts'
import { text, texts } from './values.ts'

const primitives = new Map<string, FieldType['base']>([
  ['boolean', 'boolean'],
  ['int', 'integer'],
  ['long', 'integer'],
  ['float', 'decimal'],
  ['double', 'decimal'],
  ['string', 'string'],
  ['bytes', 'bytes'],
  ['fixed', 'bytes'],
])
const known = new Set(['name', 'type', 'doc', 'default', 'order', 'aliases', 'namespace'])

/** Reads an Avro schema, or a list of them: the schema and every record in it. */
export function readAvro(root: Cursor): (Schema | SchemaRecord)[] {
  const records: SchemaRecord[] = []
  const enums = new Set<string>()
  collect(root, undefined, records, enums, 0)
  const [first] = records
  if (!first) return []
  const typed = records.map(record => ({
    ...record,
    fields: record.fields.map(field => ({ ...field, type: resolveType(field.type, records, enums) })),
  }))
  const subject = baseName(root.document.file).replace(/\.[a-z]+$/i, '')
  return [
    {
      kind: 'schema',
      name: { state: 'known', value: subject, at: first.name.at },
      file: root.document.file,
      extent: extentOf(root),
      records: typed,
      flaws: avroFlaws(root),
      ...contractIn(root, avroContract),
    },
    ...typed,
  ]
}

/** Walks a schema for the records and enums that it defines, nested ones after the one that holds them. */
function collect(
  cursor: Cursor,
  namespace: string | undefined,
  records: SchemaRecord[],
  enums: Set<string>,
  depth: number,
): void {
  if (depth > 100) return
  for (const item of items(cursor)) collect(item, namespace, records, enums, depth + 1)
  if (cursor.tree?.kind !== 'map') return
  const type = down(cursor, 'type')
  const kind = knownValue(text(type))
  const ownNamespace = knownValue(text(down(cursor, 'namespace'))) ?? namespace
  const name = text(down(cursor, 'name'))
  const isRecord = kind === 'record' || kind === 'error'
  const fields = isRecord ? items(down(cursor, 'fields')) : []
  if (isRecord && name.state === 'known') records.push(readRecord(cursor, name, ownNamespace, fields))
  if (kind === 'enum' && name.state === 'known') enums.add(simple(name.value))
  const below = isRecord ? fields.map(field => down(field, 'type')) : inner.map(part => down(cursor, part))
  if (kind !== 'enum') for (const type of below) collect(type, ownNamespace, records, enums, depth + 1)
}

/** Where a type that is no record holds others. */
const inner = ['type', 'items', 'values', 'types']

function readRecord(
  cursor: Cursor,
  name: Known<string>,
  namespace: string | undefined,
  fields: readonly Cursor[],
): SchemaRecord {
  return {
    kind: 'record',
    name,
    file: cursor.document.file,
    extent: extentOf(cursor),
    fullName: namespace && !name.value.includes('.') ? `${namespace}.${name.value}` : name.value,
    doc: knownValue(text(down(cursor, 'doc'))) ?? '',
    fields: fields.flatMap(readField),
  }
}

function readField(field: Cursor): Field[] {
  const name = text(down(field, 'name'))
  if (name.state !== 'known') return []
  const annotations = entries(field).flatMap((entry): Annotation[] =>
    known.has(entry.name) ? [] : [{ key: entry.name, value: flatten(entry) }],
  )
  return [
    {
      name,
      type: readType(down(field, 'type')),
      doc: knownValue(text(down(field, 'doc'))) ?? '',
      annotations,
      tag: texts(reportingAt(down(field, 'confluent:tags'), name.at)),
    },
  ]
}

const flatten = (cursor: Cursor): string =>
  cursor.tree?.kind === 'scalar' ? cursor.tree.text : [...items(cursor), ...entries(cursor)].map(flatten).join(' ')

/** Reads a type and takes off what only says how often a value occurs. */
function readType(cursor: Cursor): FieldType {
  const { tree } = cursor
  if (tree?.kind === 'scalar') {
    const base = primitives.get(tree.text)
    return base ? { text: tree.text, base } : { text: simple(tree.text), base: 'unknown', named: simple(tree.text) }
  }
  if (tree?.kind === 'list') return readUnion(items(cursor).filter(branch => knownValue(text(branch)) !== 'null'))
  return tree?.kind === 'map' ? readComplex(cursor) : { text: '', base: 'unknown' }
}

/** A type that may be one of several, `null` aside. */
function readUnion(branches: readonly Cursor[]): FieldType {
  const types = branches.map(readType)
  const [only] = types
  return only && types.length === 1
    ? { ...only, text: `${only.text}?` }
    : { text: types.map(type => type.text).join(' | '), base: 'unknown' }
}

/** A type that is spelled out where it is used. */
function readComplex(cursor: Cursor): FieldType {
  const kind = knownValue(text(down(cursor, 'type')))
  const name = knownValue(text(down(cursor, 'name')))
  if (kind === 'array') return suffixed(readType(down(cursor, 'items')), '[]')
  if (kind === 'map') return suffixed(readType(down(cursor, 'values')), '{}')
  if (kind === 'record' || kind === 'error')
    return { text: simple(name ?? kind), base: 'record', ...(name ? { named: simple(name) } : {}) }
  if (kind === 'enum') return { text: simple(name ?? kind), base: 'enum', ...(name ? { named: simple(name) } : {}) }
  const logical = knownValue(text(down(cursor, 'logicalType')))
  const type = readType(down(cursor, 'type'))
  return logical ? { ...type, logical } : type
}

const suffixed = (type: FieldType, suffix: string): FieldType => ({ ...type, text: type.text + suffix })

/** Resolves a type name by what the file defines; a name from elsewhere is most likely a record. */
function resolveType(type: FieldType, records: readonly SchemaRecord[], enums: ReadonlySet<string>): FieldType {
  if (type.base !== 'unknown' || type.named === undefined) return type
  if (enums.has(type.named)) return { ...type, base: 'enum' }
  return records.some(record => simple(record.name.value) === type.named) ? { ...type, base: 'record' } : type
}

const simple = (name: string): string => name.slice(name.lastIndexOf('.') + 1)
