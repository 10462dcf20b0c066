import type { Annotation, Field, FieldType, Schema, SchemaRecord } from '../model/entities.ts'
import { knownValue } from '../model/fact.ts'
import { baseName } from '../text/uri.ts'
import { contractIn } from './contract/contract-in.ts'
import { protobufContract } from './contract/protobuf.ts'
import { protobufFlaws } from './schema-flaws/protobuf.ts'
import { down, entries, items, reportingAt } from './cursor.ts'
import { extentOf, type Cursor } from './position.ts'
import { text, texts } from './values.ts'

const decimals = ['double', 'float', 'DoubleValue', 'FloatValue']
const integers = [
  'int32',
  'int64',
  'uint32',
  'uint64',
  'sint32',
  'sint64',
  'fixed32',
  'fixed64',
  'sfixed32',
  'sfixed64',
  'Int32Value',
  'Int64Value',
  'UInt32Value',
  'UInt64Value',
]
const scalars = new Map<string, FieldType['base']>([
  ...decimals.map((name): [string, FieldType['base']] => [name, 'decimal']),
  ...integers.map((name): [string, FieldType['base']] => [name, 'integer']),
  ['bool', 'boolean'],
  ['BoolValue', 'boolean'],
  ['string', 'string'],
  ['StringValue', 'string'],
  ['bytes', 'bytes'],
  ['BytesValue', 'bytes'],
])
const tagOption = '(confluent.field_meta).tags'

/** Reads a .proto file: the schema and every message in it, those that an `extend` adds fields to included. */
export function readProtobuf(root: Cursor): (Schema | SchemaRecord)[] {
  const space = knownValue(text(down(root, 'package'))) ?? ''
  const kinds = new Map<string, FieldType['base']>()
  noteKinds(down(root, 'types'), kinds)
  const records = recordsIn(down(root, 'types'), space, kinds)
  const [first] = records
  if (!first) return []
  const subject = baseName(root.document.file).replace(/\.[a-z]+$/i, '')
  const imports = items(down(root, 'imports')).flatMap(path => knownValue(text(path)) ?? [])
  // What programs ask each other is declared as services, or by the annotations of Google's interfaces.
  const serves = items(down(root, 'services')).length > 0 || imports.some(path => path.startsWith('google/api/'))
  return [
    {
      kind: 'schema',
      name: { state: 'known', value: subject, at: first.name.at },
      file: root.document.file,
      extent: extentOf(root),
      records,
      flaws: protobufFlaws(root),
      ...(space === '' ? {} : { space }),
      ...(imports.length > 0 ? { imports } : {}),
      ...(serves ? { serves } : {}),
      ...contractIn(root, protobufContract),
    },
    ...records,
  ]
}

/** Which names the file gives to messages, and which to enums. */
function noteKinds(types: Cursor, kinds: Map<string, FieldType['base']>): void {
  for (const type of items(types)) {
    const name = knownValue(text(down(type, 'name')))
    const kind = knownValue(text(down(type, 'kind')))
    if (name !== undefined && kind !== 'extend') kinds.set(name, kind === 'enum' ? 'enum' : 'record')
    noteKinds(down(type, 'types'), kinds)
  }
}

function recordsIn(types: Cursor, space: string, kinds: ReadonlyMap<string, FieldType['base']>): SchemaRecord[] {
  return items(types).flatMap((type): SchemaRecord[] => {
    const name = text(down(type, 'name'))
    const kind = knownValue(text(down(type, 'kind')))
    if (name.state !== 'known') return []
    const simple = simpleName(name.value)
    const fullName = kind === 'extend' || space === '' ? name.value : `${space}.${name.value}`
    const fields = items(down(type, 'fields')).flatMap(field => readField(field, kinds))
    // What extends the options of descriptors describes schemas, not data.
    const own =
      kind === 'enum' || (kind === 'extend' && /^\.?google\.protobuf\./.test(name.value))
        ? []
        : [
            {
              kind: 'record' as const,
              name: { ...name, value: simple },
              file: type.document.file,
              extent: extentOf(type),
              fullName,
              doc: knownValue(text(down(type, 'doc'))) ?? '',
              fields,
            },
          ]
    return [...own, ...recordsIn(down(type, 'types'), fullName, kinds)]
  })
}

function readField(field: Cursor, kinds: ReadonlyMap<string, FieldType['base']>): Field[] {
  const name = text(down(field, 'name'))
  if (name.state !== 'known') return []
  const written = down(field, 'type').tree
  const type = typeOf(written?.kind === 'scalar' ? written.text : '', kinds)
  const repeated = knownValue(text(down(field, 'label'))) === 'repeated'
  const options = down(field, 'options')
  const annotations = entries(options).flatMap(entry => flatten(entry, entry.name))
  const tag = texts(reportingAt(down(options, tagOption), name.at))
  return [
    {
      name,
      type: repeated ? { ...type, text: `${type.text}[]` } : type,
      doc: knownValue(text(down(field, 'doc'))) ?? '',
      annotations,
      tag: annotations.some(({ key }) => key.startsWith('(confluent.field_meta)'))
        ? { state: 'unresolved', at: name.at, text: tagOption }
        : tag,
    },
  ]
}

/** Options as they could all be written one by one: `(a) = { b: 1 }` says `(a).b = 1`. */
function flatten(cursor: Cursor, key: string): Annotation[] {
  if (cursor.tree?.kind === 'scalar') return [{ key, value: cursor.tree.text }]
  if (cursor.tree?.kind === 'list')
    return [
      {
        key,
        value: items(cursor)
          .map(item => (item.tree?.kind === 'scalar' ? item.tree.text : ''))
          .join(' '),
      },
    ]
  return entries(cursor).flatMap(entry => flatten(entry, `${key}.${entry.name}`))
}

function typeOf(written: string, kinds: ReadonlyMap<string, FieldType['base']>): FieldType {
  const map = /^map<[^,]*,(.*)>$/.exec(written)
  if (map) {
    const value = typeOf(map[1] ?? '', kinds)
    return { ...value, text: `${value.text}{}` }
  }
  const name = simpleName(written)
  const known = /^(?:[a-z]\w*|\.?google\.protobuf\.\w+)$/.test(written) ? scalars.get(name) : undefined
  if (known) return { text: name, base: known }
  const logical = moments.get(written.replace(/^\./, ''))
  return { text: name, base: kinds.get(name) ?? 'unknown', named: name, ...(logical ? { logical } : {}) }
}

/** Google's types for points in time, as Avro calls them. */
const moments: ReadonlyMap<string, string> = new Map([
  ['google.protobuf.Timestamp', 'timestamp'],
  ['google.type.DateTime', 'timestamp'],
  ['google.type.Date', 'date'],
  ['google.type.TimeOfDay', 'time'],
])

const simpleName = (name: string): string => name.slice(name.lastIndexOf('.') + 1)
