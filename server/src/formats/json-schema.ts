import type { Annotation, Field, FieldType, Schema, SchemaRecord } from '../model/entities.ts'
import { knownValue, type Known } from '../model/fact.ts'
import { baseName, type Uri } from '../text/uri.ts'
import { contractIn } from './contract/contract-in.ts'
import { jsonContract } from './contract/json-schema.ts'
import { isOfEvent, mayTellOfEvent } from './event-schema.ts'
import { down, entries, items, reportingAt } from './cursor.ts'
import { extentOf, type Cursor, type Lying } from './position.ts'
import { text, texts } from './values.ts'
import { folderTitle } from './title.ts'

const bases = new Map<string, FieldType['base']>([
  ['string', 'string'],
  ['integer', 'integer'],
  ['number', 'decimal'],
  ['boolean', 'boolean'],
  ['object', 'record'],
])
const known = new Set([
  'type',
  'description',
  'title',
  'format',
  'default',
  'properties',
  'required',
  'items',
  '$ref',
  '$id',
  'enum',
  'const',
  'oneOf',
  'anyOf',
  'allOf',
  'examples',
  'additionalProperties',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'definitions',
  '$defs',
  'connect.index',
  'connect.type',
])
const deepest = 30

/** Reads a file of JSON Schema, where it is Kafka's or of an event. */
export const readJsonSchemaFile = (root: Cursor): (Schema | SchemaRecord)[] =>
  isOfKafka(root) || isOfEvent(root) ? readJsonSchema(root) : []

/** Whether a text of JSON Schema can be Kafka's or of an event. */
export const mayBeOfTopic = (at: Lying, source: string): boolean => namesKafka(at, source) || mayTellOfEvent(at, source)

/** The name of a file without its endings. */
const stemOf = (file: Uri): string =>
  baseName(file)
    .replace(/\.[a-z]+$/i, '')
    .replace(/[-_.]schema$/i, '')

/** The subject that the name of a file tells: that of its folder, where the file is called after what it is. */
function subjectOf(at: Lying): string {
  const stem = stemOf(at.file)
  return /^(?:schema|v?\d[\d.-]*)$/i.test(stem) ? (folderTitle(at) ?? stem) : stem
}

/** Reads a JSON Schema of objects: the schema, and every object with properties as a record, called by its title, else by the subject. */
export function readJsonSchema(root: Cursor, subject = subjectOf(root.document)): (Schema | SchemaRecord)[] {
  const record = subject.replace(/-(?:value|key)$/i, '')
  const records = recordsIn(root, record, 0)
  const [first] = records
  return first
    ? [
        {
          kind: 'schema',
          name: { state: 'known', value: subject, at: first.name.at },
          file: root.document.file,
          extent: extentOf(root),
          records,
          ...contractIn(root, jsonContract),
        },
        ...records,
      ]
    : []
}

/** Most JSON Schemas describe configurations or web interfaces: ours stand in a payload of a registry, are named as subjects are, or hold what registries and Connect write. */
const isOfKafka = ({ document }: Cursor): boolean =>
  document.host !== undefined || namesKafka(document, document.source)

const namesKafka = ({ file }: Lying, source: string): boolean =>
  /(?:-(?:value|key)(?:\.schema)?\.json|\.jsonschema)$/i.test(baseName(file)) ||
  /"(?:confluent:|connect\.)/.test(source)

/** The objects of a schema: itself, those in its properties and definitions. Named by their title, else by the key that leads to them. */
function recordsIn(cursor: Cursor, key: string, depth: number): SchemaRecord[] {
  if (cursor.tree?.kind !== 'map' || depth > deepest) return []
  const properties = down(cursor, 'properties')
  const fields = entries(properties)
  const title = text(down(cursor, 'title'))
  const titled = title.state === 'known' && /^[\w.-]+$/.test(title.value) ? title : undefined
  const at = cursor.key ?? properties.key ?? cursor.near
  const name: Known<string> = titled ?? { state: 'known', value: key, at }
  const own: SchemaRecord[] =
    fields.length === 0
      ? []
      : [
          {
            kind: 'record',
            name,
            file: cursor.document.file,
            extent: extentOf(cursor),
            fullName: name.value,
            doc: knownValue(text(down(cursor, 'description'))) ?? '',
            fields: fields.flatMap(readField),
          },
        ]
  const below = ['definitions', '$defs'].flatMap(part =>
    entries(down(cursor, part)).flatMap(entry => recordsIn(entry, entry.name, depth + 1)),
  )
  const inner = fields.flatMap(field => [
    ...recordsIn(field, field.name, depth + 1),
    ...recordsIn(down(field, 'items'), field.name, depth + 1),
  ])
  const branches = ['oneOf', 'anyOf', 'allOf'].flatMap(part =>
    items(down(cursor, part)).flatMap(item => recordsIn(item, key, depth + 1)),
  )
  return [...own, ...inner, ...below, ...branches]
}

function readField(field: Cursor & { readonly name: string }): Field[] {
  if (!field.key || field.tree?.kind !== 'map') return []
  const annotations = entries(field).flatMap((entry): Annotation[] =>
    known.has(entry.name) ? [] : [{ key: entry.name, value: flatten(entry) }],
  )
  return [
    {
      name: { state: 'known', value: field.name, at: field.key },
      type: typeOf(field, 0),
      doc: knownValue(text(down(field, 'description'))) ?? '',
      annotations,
      tag: texts(reportingAt(down(field, 'confluent:tags'), field.key)),
    },
  ]
}

const flatten = (cursor: Cursor): string =>
  cursor.tree?.kind === 'scalar' ? cursor.tree.text : [...items(cursor), ...entries(cursor)].map(flatten).join(' ')

/** What a value can be: of unions, the one branch that is not null. */
function typeOf(cursor: Cursor, depth: number): FieldType {
  const ref = knownValue(text(down(cursor, '$ref')))
  if (ref !== undefined) {
    const named = ref.slice(ref.lastIndexOf('/') + 1).replace(/\.(?:schema\.)?json$/, '')
    return { text: named, base: 'record', named }
  }
  const listed = items(down(cursor, 'type'))
    .flatMap(item => knownValue(text(item)) ?? [])
    .filter(type => type !== 'null')
  const written = knownValue(text(down(cursor, 'type'))) ?? (listed.length === 1 ? listed[0] : undefined)
  if (written === 'array' && depth < deepest) {
    const type = typeOf(down(cursor, 'items'), depth + 1)
    return { ...type, text: `${type.text}[]` }
  }
  const branches = ['oneOf', 'anyOf']
    .flatMap(part => items(down(cursor, part)))
    .filter(branch => knownValue(text(down(branch, 'type'))) !== 'null')
  if (written === undefined && branches.length === 1 && branches[0] && depth < deepest)
    return typeOf(branches[0], depth + 1)
  const title = knownValue(text(down(cursor, 'title')))
  const format = knownValue(text(down(cursor, 'format')))
  const base = (written === undefined ? undefined : bases.get(written)) ?? 'unknown'
  const isEnum = items(down(cursor, 'enum')).length > 0 && base === 'string'
  return {
    text: written ?? '',
    base: isEnum ? 'enum' : base,
    ...(base === 'record' && title !== undefined && /^\w+$/.test(title) ? { named: title } : {}),
    ...(format !== undefined ? { logical: format } : {}),
  }
}
