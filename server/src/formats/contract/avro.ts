import type { AvroField, AvroNamed, AvroType, Contract } from '../../model/contract.ts'
import { knownValue, type Place } from '../../model/fact.ts'
import { down, isThere, items } from '../cursor.ts'
import { placeHere, type Cursor } from '../position.ts'
import { text } from '../values.ts'

const primitives = new Set(['null', 'boolean', 'int', 'long', 'float', 'double', 'bytes', 'string'])
const deepest = 100

/** What an Avro schema, protocol or list of schemas promises; undefined where a part of it cannot be read, for then nothing can be said of it. */
export function avroContract(root: Cursor): Contract | undefined {
  const named = new Map<string, AvroNamed>()
  const reader = new AvroReader(named)
  const declared = down(root, 'types').tree ? items(down(root, 'types')) : undefined
  const namespace = textOf(down(root, 'namespace')) ?? ''
  const from = declared ?? (root.tree?.kind === 'list' ? items(root) : [root])
  const types = from.map(type => reader.type(type, declared ? namespace : '', 0))
  return reader.isWhole ? { language: 'avro', types, named } : undefined
}

const textOf = (cursor: Cursor): string | undefined => knownValue(text(cursor))

class AvroReader {
  readonly #named: Map<string, AvroNamed>
  /** False as soon as something stands where no type can be read. */
  isWhole = true

  constructor(named: Map<string, AvroNamed>) {
    this.#named = named
  }

  type(cursor: Cursor, namespace: string, depth: number): AvroType {
    const at = placeHere(cursor)
    const { tree } = cursor
    if (tree?.kind === 'scalar') return reference(tree.text, namespace, at, '')
    if (tree?.kind === 'list' && depth < deepest)
      return { kind: 'union', branches: items(cursor).map(branch => this.type(branch, namespace, depth + 1)), at }
    if (tree?.kind === 'map' && depth < deepest) return this.#complex(cursor, namespace, depth)
    this.isWhole = false
    return { kind: 'union', branches: [], at }
  }

  #complex(cursor: Cursor, namespace: string, depth: number): AvroType {
    const type = down(cursor, 'type')
    const at = placeHere(type)
    const kind = textOf(type)
    switch (kind) {
      case 'array':
      case 'map':
        return { kind, of: this.type(down(cursor, kind === 'array' ? 'items' : 'values'), namespace, depth + 1), at }
      case 'record':
      case 'error':
      case 'enum':
      case 'fixed':
        return this.#define(cursor, kind, namespace, depth)
      case undefined:
        return this.type(type, namespace, depth + 1)
      default:
        return reference(kind, namespace, at, logicalOf(cursor))
    }
  }

  #define(cursor: Cursor, kind: 'record' | 'error' | 'enum' | 'fixed', outer: string, depth: number): AvroType {
    const name = text(down(cursor, 'name'))
    if (name.state !== 'known') {
      this.isWhole = false
      return { kind: 'union', branches: [], at: placeHere(cursor) }
    }
    const fullName = qualified(name.value, textOf(down(cursor, 'namespace')) ?? outer)
    const namespace = fullName.includes('.') ? fullName.slice(0, fullName.lastIndexOf('.')) : ''
    const { at } = name
    const aliases = listed(down(cursor, 'aliases')).map(alias => qualified(alias, namespace))
    const own = { fullName, aliases, at }
    if (kind === 'enum')
      this.#named.set(fullName, {
        ...own,
        kind,
        symbols: listed(down(cursor, 'symbols')),
        fallback: textOf(down(cursor, 'default')),
      })
    else if (kind === 'fixed')
      this.#named.set(fullName, { ...own, kind, size: textOf(down(cursor, 'size')) ?? '', logical: logicalOf(cursor) })
    else
      this.#named.set(fullName, {
        ...own,
        kind: 'record',
        fields: items(down(cursor, 'fields')).flatMap(field => this.#field(field, namespace, depth)),
      })
    return { kind: 'named', fullName, at }
  }

  #field(field: Cursor, namespace: string, depth: number): AvroField[] {
    const name = text(down(field, 'name'))
    if (name.state !== 'known') {
      this.isWhole = false
      return []
    }
    return [
      {
        name: name.value,
        aliases: listed(down(field, 'aliases')),
        type: this.type(down(field, 'type'), namespace, depth + 1),
        hasDefault: isThere(down(field, 'default')),
        at: name.at,
      },
    ]
  }
}

function reference(written: string, namespace: string, at: Place, logical: string): AvroType {
  return primitives.has(written)
    ? { kind: 'primitive', name: written, logical, at }
    : { kind: 'named', fullName: qualified(written, namespace), at }
}

const qualified = (name: string, namespace: string): string =>
  name.includes('.') || namespace === '' ? name : `${namespace}.${name}`

const listed = (cursor: Cursor): string[] => items(cursor).flatMap(item => textOf(item) ?? [])

/** A logical type with precision and scale. */
function logicalOf(cursor: Cursor): string {
  const name = textOf(down(cursor, 'logicalType'))
  if (name !== 'decimal') return name ?? ''
  return `decimal(${textOf(down(cursor, 'precision')) ?? ''},${textOf(down(cursor, 'scale')) ?? '0'})`
}
