import type { Schema, SchemaRecord } from '../model/entities.ts'
import { knownValue, type Fact } from '../model/fact.ts'
import { readAvro } from './avro.ts'
import { down, entries, inside, isThere, items } from './cursor.ts'
import type { Cursor } from './position.ts'
import { text } from './values.ts'
import { readJsonSchema } from './json-schema.ts'
import { readProtobuf } from './protobuf.ts'
import { tableOf } from '../text/table.ts'

const deepest = 8
/** What the schema beside is written in: as registries, Terraform's providers and connectors name it. */
const formatKeys = ['schemaType', 'schema_type', 'data_format', 'dataFormat', 'format', 'type']

/** Reads schemas that stand as text inside another file: in a payload of a registry, a connector's settings, a ConfigMap, a resource. */
export function readEmbeddedSchemas(root: Cursor): (Schema | SchemaRecord)[] {
  // The resource of a schema is called as its subject is.
  const isSchema = isThere(down(root, 'apiVersion')) && /Schema/.test(knownValue(text(down(root, 'kind'))) ?? '')
  const subject = isSchema ? text(down(root, 'metadata', 'name')) : undefined
  const visit = (cursor: Cursor, depth: number): (Schema | SchemaRecord)[] => {
    if (depth > deepest) return []
    return [
      ...entries(cursor).flatMap(entry => [
        ...(entry.tree?.kind === 'scalar' ? readText(entry, cursor, subject) : []),
        ...visit(entry, depth + 1),
      ]),
      ...items(cursor).flatMap(item => visit(item, depth + 1)),
    ]
  }
  return visit(root, 0)
}

const languages = {
  avro: { syntax: 'json', read: (root: Cursor) => readAvro(root) },
  idl: { syntax: 'avdl', read: (root: Cursor) => readAvro(root) },
  protobuf: { syntax: 'proto', read: (root: Cursor) => readProtobuf(root) },
  'json-schema': { syntax: 'json', read: readJsonSchema },
} as const

/** The languages by the names that registries and Terraform's providers give them. */
const byFormat = tableOf<keyof typeof languages>({ AVRO: 'avro', PROTOBUF: 'protobuf', JSON: 'json-schema' })

/** Reads the schema of a subject that is written as a text, or, in JSON, as maps; the format is the registry's: `AVRO`, `PROTOBUF`, `JSON`. */
export function readSchemaIn(
  definition: Cursor,
  format: string,
  subject: string | undefined,
): (Schema | SchemaRecord)[] {
  const kind = byFormat.get(format)
  if (!kind) return []
  const { syntax, read } = languages[kind]
  const { tree } = definition
  const roots =
    syntax === 'json' && (tree?.kind === 'map' || tree?.kind === 'list') ? [definition] : inside(definition, syntax)
  return roots.flatMap(root => read({ ...root, near: definition.near }, subject))
}

/** By the ending of a key that is named like a file. */
const languageOf = tableOf<keyof typeof languages>({ avsc: 'avro', avdl: 'idl', proto: 'protobuf' })

function readText(
  entry: Cursor & { readonly name: string },
  holder: Cursor,
  resource: Fact<string> | undefined,
): (Schema | SchemaRecord)[] {
  const kind = kindOf(entry, holder)
  if (!kind) return []
  const { syntax, read } = languages[kind]
  const subject = ['subject', 'subject_name', 'schema_name']
    .map(key => text(down(holder, key)))
    .concat(resource ?? [])
    .find(fact => fact.state === 'known')
  const found = inside(entry, syntax).flatMap(root => read(root, subject?.value))
  return found.map(entity => (entity.kind === 'schema' && subject ? { ...entity, name: subject } : entity))
}

/** Which language the text under a key is a schema in; undefined where it is none. */
function kindOf(
  { name, tree }: Cursor & { readonly name: string },
  holder: Cursor,
): keyof typeof languages | undefined {
  const ending = /\.(avsc|avdl|proto)$/.exec(name)?.[1]
  if (ending) return languageOf.get(ending)
  if (
    !['schema', 'schema.string', 'schema_definition', 'schemaDefinition', 'value.schema', 'key.schema'].includes(name)
  )
    return undefined
  const said = formatKeys
    .map(key => knownValue(text(down(holder, key)))?.toUpperCase())
    .find(format => format !== undefined && byFormat.has(format))
  const written = tree?.kind === 'scalar' ? tree.text : ''
  if (said !== undefined && said !== 'AVRO') return byFormat.get(said)
  if (/^\s*(?:syntax|edition|package|import|message)\b/.test(written)) return 'protobuf'
  if (!/^\s*[[{]/.test(written)) return undefined
  return /"properties"\s*:/.test(written) && !/"fields"\s*:/.test(written) ? 'json-schema' : 'avro'
}
