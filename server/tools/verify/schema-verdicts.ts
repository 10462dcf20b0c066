import { differencesBetween } from '../../src/assess/compatibility.ts'
import { readFile } from '../../src/reader/read-file.ts'
import { toUri } from '../../src/text/uri.ts'
import type { SchemaPair } from './schema-pairs.ts'

/** A pair with what the reference of its language says against it: Avro's SchemaCompatibility, buf's rules for the wire, Apicurio's for JSON Schema. */
export type JudgedPair = readonly [...SchemaPair, theirs: readonly string[]]

const paths = { avro: 'order.avsc', protobuf: 'order.proto', json: 'order-value.json' } as const
const opening = '{"$schema":"http://json-schema.org/draft-07/schema#",'

/** What we say stands against reading data of the first version with the second; undefined where the two are not compared. */
export function ourVerdict([language, writer, reader]: SchemaPair): readonly string[] | undefined {
  const [before, now] = [writer, reader].map(text => (language === 'json' ? text.replace('{', opening) : text))
  const { facts } = readFile(toUri(`file:///${paths[language]}`), now ?? '', undefined, undefined, before) ?? {}
  const schema = facts?.entities.find(entity => entity.kind === 'schema')
  if (!schema?.contract || !schema.earlier) return undefined
  return [...new Set(differencesBetween(schema.contract, schema.earlier).map(({ what }) => what))].sort()
}

/** Why two verdicts on a pair of Avro or Protobuf do not go together; undefined where they do, or where a documented rule tells them apart. */
export function disagreement([language, writer, reader, theirs]: JudgedPair): string | undefined {
  const ours = ourVerdict([language, writer, reader])
  if (!ours) return 'not compared'
  if (language === 'avro')
    return ours.some(what => what !== 'meaning-changed') === theirs.length > 0 ? undefined : 'only one refuses it'
  const [said, told] = [new Set(ours), new Set(theirs)]
  if (said.has('number-freed') !== told.has('FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED')) return 'freed numbers'
  if (said.has('oneof-joined') && !told.has('FIELD_SAME_ONEOF')) return 'oneof'
  const [type, cardinality] = [told.has('FIELD_WIRE_COMPATIBLE_TYPE'), told.has('FIELD_WIRE_COMPATIBLE_CARDINALITY')]
  if (said.has('number-retyped') && !type && !cardinality) return 'types'
  if (said.has('label-changed') && !cardinality) return 'labels'
  return type && !said.has('number-retyped') && !isAlike(writer, reader) ? 'types that are not alike' : undefined
}

const integers = ['int32', 'int64', 'uint32', 'uint64', 'bool', 'Kind']
const texts = ['string', 'bytes']

/** Whether all types that changed are of one group for registries: enums are integers, and texts are bytes. buf tells these apart. */
function isAlike(writer: string, reader: string): boolean {
  const [before, now] = [typesOf(writer), typesOf(reader)]
  return [...now].every(([field, type]) => {
    const other = before.get(field)
    return (
      other === undefined ||
      other === type ||
      [integers, texts].some(group => group.includes(other) && group.includes(type))
    )
  })
}

/** The types of the fields of generated messages, by message and number. */
function typesOf(text: string): Map<string, string> {
  const types = new Map<string, string>()
  let message = ''
  for (const line of text.split('\n')) {
    message = /^message (\w+)/.exec(line)?.[1] ?? message
    const field = /^ +(?:repeated |optional )?(.+) \w+ = (\d+);$/.exec(line)
    if (field) types.set(`${message} ${field[2]}`, field[1] ?? '')
  }
  return types
}
