import { uniqueBy } from '../../text/order.ts'
import type { Contract, ProtobufField, ProtobufMessage } from '../../model/contract.ts'
import { differing, type Difference, type Standing } from './difference.ts'

type ProtobufContract = Extract<Contract, { language: 'protobuf' }>

/** Types of one group are written alike. Source: Protocol Buffers, "Updating A Message Type", and Confluent's rules for schema evolution. */
const groups = new Map(
  Object.entries({
    varint: ['int32', 'int64', 'uint32', 'uint64', 'bool'],
    'zig-zag varint': ['sint32', 'sint64'],
    text: ['string', 'bytes'],
    '32 bits': ['fixed32', 'sfixed32'],
    '64 bits': ['fixed64', 'sfixed64'],
    float: ['float'],
    double: ['double'],
  }).flatMap(([group, names]) => names.map(name => [name, group] as const)),
)

/** Why a reader cannot read what was written; empty where it can, or where types of other files decide. */
export function protobufDifferences(reader: ProtobufContract, writer: ProtobufContract): Difference[] {
  const [first] = reader.messages
  if (!first) return []
  const known = new Map(reader.messages.map(message => [message.name, message]))
  return writer.messages.flatMap(message => {
    const own = known.get(message.name)
    const holder = known.get(message.name.slice(0, message.name.lastIndexOf('.')))
    if (own) return messages(own, message, { reader, writer })
    // What was in a message that is gone is gone with it.
    const outer = writer.messages.some(({ name }) => message.name.startsWith(`${name}.`) && !known.has(name))
    const at = { subject: message.name, reader: (holder ?? first).at, writer: message.at }
    return outer ? [] : [differing(at, 'message-removed', '', message.name)]
  })
}

interface Both {
  readonly reader: ProtobufContract
  readonly writer: ProtobufContract
}

/** A message without the fields whose number another one before them has, which is an error of its own. */
const withNumbersOnce = (message: ProtobufMessage): ProtobufMessage => ({
  ...message,
  fields: uniqueBy(message.fields, ({ number }) => number),
})

function messages(ofReader: ProtobufMessage, ofWriter: ProtobufMessage, both: Both): Difference[] {
  const [reader, writer] = [withNumbersOnce(ofReader), withNumbersOnce(ofWriter)]
  const own = new Map(reader.fields.map(field => [field.number, field]))
  const other = new Map(writer.fields.map(field => [field.number, field]))
  const at = { subject: reader.name, reader: reader.at, writer: writer.at }
  return [
    ...joined(reader, other, at),
    ...writer.fields.flatMap(field => {
      const same = own.get(field.number)
      return same ? fields(same, field, reader, writer, both) : removed(field, reader, writer, own, at)
    }),
    ...reader.fields
      .filter(({ number, label }) => label === 'required' && !other.has(number))
      .map(field =>
        differing({ ...at, subject: subject(reader, field), reader: field.at }, 'required-field', 'required'),
      ),
  ]
}

const subject = (message: ProtobufMessage, field: ProtobufField): string => `${message.name}.${field.name}`

/** A field that the reader has no more: it matters where it was required, or one of a oneof that is still there. */
function removed(
  field: ProtobufField,
  reader: ProtobufMessage,
  writer: ProtobufMessage,
  own: ReadonlyMap<string, ProtobufField>,
  at: Standing,
): Difference[] {
  const here = { ...at, subject: subject(reader, field), writer: field.at }
  if (field.label === 'required') return [differing(here, 'required-removed')]
  const { oneof } = field
  if (oneof === undefined) return isReserved(field, reader) ? [] : [differing(here, 'number-freed', '', field.number)]
  const isKept = reader.fields.some(other => other.oneof === oneof)
  const survives = writer.fields.some(other => other.oneof === oneof && own.has(other.number))
  return isKept || survives ? [differing(here, 'oneof-field-removed', '', oneof)] : []
}

/** Whether a field's number is kept from being used again. */
const isReserved = ({ number }: ProtobufField, { reserved }: ProtobufMessage): boolean =>
  reserved.some(range => {
    const [from = '', to = from] = /^\d/.test(range) ? range.split('-') : []
    return from !== '' && Number(from) <= Number(number) && (to === 'max' || Number(number) <= Number(to))
  })

/** Fields that could stand side by side, and cannot any more. */
function joined(reader: ProtobufMessage, other: ReadonlyMap<string, ProtobufField>, at: Standing): Difference[] {
  const oneofs = new Set(reader.fields.flatMap(({ oneof }) => oneof ?? []))
  return [...oneofs].flatMap(oneof => {
    const members = reader.fields.filter(field => field.oneof === oneof)
    const origins = new Map(
      members.flatMap(member => {
        const before = other.get(member.number)
        return before ? [[before.oneof === undefined ? `field ${before.number}` : `oneof ${before.oneof}`, member]] : []
      }),
    )
    const [last] = [...origins.values()].reverse()
    return origins.size > 1 && last
      ? [differing({ ...at, subject: subject(reader, last), reader: last.at }, 'oneof-joined', oneof)]
      : []
  })
}

function fields(
  reader: ProtobufField,
  writer: ProtobufField,
  own: ProtobufMessage,
  other: ProtobufMessage,
  both: Both,
): Difference[] {
  const at = { subject: subject(own, reader), reader: reader.at, writer: writer.at }
  const [now, before] = [shapeOf(reader.type, own, both.reader), shapeOf(writer.type, other, both.writer)]
  if (!fits(now, before)) return [differing(at, 'number-retyped', reader.type, writer.type)]
  const isNumeric = now.kind === 'scalar' && now.of !== 'text'
  return isNumeric && (reader.label === 'repeated') !== (writer.label === 'repeated')
    ? [differing(at, 'label-changed', reader.label, writer.label)]
    : []
}

type Shape =
  | { readonly kind: 'scalar'; readonly of: string }
  | { readonly kind: 'message'; readonly of: string }
  | { readonly kind: 'map'; readonly key: Shape; readonly value: Shape }
  /** Declared in another file: a message or an enum. */
  | { readonly kind: 'elsewhere'; readonly of: string }

function shapeOf(type: string, message: ProtobufMessage, contract: ProtobufContract): Shape {
  const map = /^map<([^,]*),(.*)>$/.exec(type)
  if (map)
    return {
      kind: 'map',
      key: shapeOf(map[1] ?? '', message, contract),
      value: shapeOf(map[2] ?? '', message, contract),
    }
  const group = groups.get(type)
  if (group !== undefined) return { kind: 'scalar', of: group }
  return named(type, message, contract)
}

/** A name means what the nearest message around declares by it. */
function named(type: string, message: ProtobufMessage, { messages, enums }: ProtobufContract): Shape {
  const steps = message.name.split('.')
  for (let depth = steps.length; depth >= 0; depth--) {
    const name = [...steps.slice(0, depth), type.replace(/^\./, '')].join('.')
    if (enums.has(name)) return { kind: 'scalar', of: 'varint' }
    if (messages.some(candidate => candidate.name === name)) return { kind: 'message', of: name }
  }
  // With its package in front it may still be one of this file.
  const own = messages.find(({ name }) => type.endsWith(`.${name}`))
  if (own) return { kind: 'message', of: own.name }
  return [...enums].some(name => type.endsWith(`.${name}`))
    ? { kind: 'scalar', of: 'varint' }
    : elsewhere(type.replace(/^\./, ''))
}

/** The types that come with Protobuf are messages, but for one. */
const elsewhere = (type: string): Shape =>
  type.startsWith('google.protobuf.') && type !== 'google.protobuf.NullValue'
    ? { kind: 'message', of: type }
    : { kind: 'elsewhere', of: type }

function fits(now: Shape, before: Shape): boolean {
  if (now.kind === 'elsewhere' || before.kind === 'elsewhere') return mayFit(now, before)
  if (now.kind === 'map' && before.kind === 'map') return fits(now.key, before.key) && fits(now.value, before.value)
  return now.kind === before.kind && 'of' in now && 'of' in before && now.of === before.of
}

/** A type of another file is a message or an enum: only text, floats, fixed numbers and maps are known to be neither. */
function mayFit(now: Shape, before: Shape): boolean {
  const known = now.kind === 'elsewhere' ? before : now
  return known.kind !== 'map' && (known.kind !== 'scalar' || known.of === 'varint')
}
