import Ajv from 'ajv'
import type { Draw } from './draw.ts'

/** What the generator writes of JSON Schema. */
interface Schema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

/** A document that one schema takes and another refuses, among those that are tried; undefined where none is found. */
export function witness(writer: string, reader: string, draw: Draw, tries = 400): unknown {
  const ajv = new Ajv.default({ strict: false })
  const [before, now] = [JSON.parse(writer) as Schema, JSON.parse(reader) as Schema]
  const [takes, reads] = [ajv.compile(before), ajv.compile(now)]
  for (let index = 0; index < tries; index++) {
    const document = makeDocument(before, now, draw)
    if (takes(document) && !reads(document)) return document
  }
  return undefined
}

const texts = ['', 'a', 'b', 'x', 'y', 'z', 'w', 'a1', 'b1', 'abcd', 'bcdefg', 'abcdefghijklmnop']
const numbers = [-12, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 8, 9, 12, 15, 17, 20, 21, 30, 0.5, 7.25]
const anything: readonly unknown[] = [...texts, ...numbers, true, false, null, [], {}, [true], ['a'], [1], { a: 1 }]

/** A document near to what the first schema asks for, with names that the second knows. */
function makeDocument(writer: Schema, reader: Schema | undefined, draw: Draw): unknown {
  const branches = writer.anyOf ?? writer.oneOf
  if (branches) return makeDocument(draw.pick(branches), reader, draw)
  if ('const' in writer) return writer.const
  if ('enum' in writer) return draw.pick(writer.enum ?? [])
  switch (writer.type) {
    case 'object':
      return makeObject(writer, reader, draw)
    case 'array': {
      const items = reader?.items
      const count = draw.pick([0, 1, 1, 2, 4])
      return Array.from({ length: count }, () => makeDocument(writer.items ?? {}, items, draw))
    }
    case 'string':
      return draw.pick(texts)
    case 'boolean':
      return draw.chance(0.5)
    case 'number':
    case 'integer':
      return draw.pick(numbers)
    default:
      return draw.pick(anything)
  }
}

function makeObject(writer: Schema, reader: Schema | undefined, draw: Draw): unknown {
  const [own, other] = [writer, reader].map(schema => schema?.properties ?? {})
  const required = writer.required ?? []
  const known = Object.entries(own ?? {})
    .filter(([name]) => required.includes(name) || draw.chance(0.6))
    .map(([name, type]) => [name, makeDocument(type, other?.[name], draw)])
  const further = [...Object.keys(other ?? {}), 'more']
    .filter(name => !(name in (own ?? {})) && draw.chance(0.4))
    .map(name => [name, draw.pick(anything)])
  return Object.fromEntries([...known, ...further])
}
