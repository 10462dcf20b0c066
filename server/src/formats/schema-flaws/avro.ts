import type { SchemaFlaw } from '../../model/entities.ts'
import { knownValue, type Known, type Place } from '../../model/fact.ts'
import { down, entries, isThere, items } from '../cursor.ts'
import { placeHere, type Cursor } from '../position.ts'
import { text } from '../values.ts'
import type { Tree } from '../../syntax/tree.ts'
import { lazy } from '../../text/lazy.ts'
import { tableOf } from '../../text/table.ts'

const primitives = new Set(['null', 'boolean', 'int', 'long', 'float', 'double', 'bytes', 'string'])
/** What people write for a primitive type; a capital or a dot makes it a name from another file. */
const meant = tableOf<string>({
  integer: 'int',
  int32: 'int',
  int64: 'long',
  bigint: 'long',
  short: 'int',
  byte: 'int',
  bool: 'boolean',
  str: 'string',
  text: 'string',
  varchar: 'string',
  char: 'string',
  number: 'double',
  decimal: 'bytes with logicalType decimal',
  float32: 'float',
  float64: 'double',
  real: 'double',
  datetime: 'long with logicalType timestamp-millis',
  timestamp: 'long with logicalType timestamp-millis',
  date: 'int with logicalType date',
  uuid: 'string with logicalType uuid',
  binary: 'bytes',
  blob: 'bytes',
  object: 'a record',
  list: 'an array',
  none: 'null',
  nil: 'null',
  undefined: 'null',
  String: 'string',
  Integer: 'int',
  Long: 'long',
  Boolean: 'boolean',
  Double: 'double',
  Float: 'float',
})
const wellFormed = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/
const deepest = 100

interface Seen {
  /** Names that the file gives to types, with their namespaces. */
  readonly types: Set<string>
  /** The same, without them. */
  simple(): ReadonlySet<string>
}

/** What no reader takes of an Avro schema, in the order of the text; nothing where it is no JSON: that is said elsewhere. */
export function avroFlaws(root: Cursor): SchemaFlaw[] {
  if (root.document.syntax === 'json' && !isJson(root.document.source)) return []
  const simple = lazy(() => noteNames(root, new Set(), 0))
  return flawsOf(root, undefined, { types: new Set(), simple }, 0).sort((a, b) => a.at.span.start - b.at.span.start)
}

function isJson(source: string): boolean {
  try {
    JSON.parse(source)
    return true
  } catch {
    return false
  }
}

function noteNames(cursor: Cursor, names: Set<string>, depth: number): Set<string> {
  if (depth > deepest) return names
  const name = knownValue(text(down(cursor, 'name')))
  if (name !== undefined) names.add(name.slice(name.lastIndexOf('.') + 1))
  for (const child of [...entries(cursor), ...items(cursor)]) noteNames(child, names, depth + 1)
  return names
}

function flawsOf(cursor: Cursor, namespace: string | undefined, seen: Seen, depth: number): SchemaFlaw[] {
  const { tree } = cursor
  if (!tree || depth > deepest) return []
  if (tree.kind === 'scalar') return unknownType(cursor, tree.text, seen)
  if (tree.kind === 'list')
    return [...items(cursor).flatMap(branch => flawsOf(branch, namespace, seen, depth + 1)), ...unionFlaws(cursor)]
  if (tree.kind !== 'map') return []
  const type = down(cursor, 'type')
  const kind = knownValue(text(type))
  const own = knownValue(text(down(cursor, 'namespace'))) ?? namespace
  const missing = (key: string, of: string): SchemaFlaw[] =>
    isThere(down(cursor, key)) ? [] : [{ at: nameOr(cursor), what: 'missing', subject: of, expected: key }]
  switch (kind) {
    case 'record':
    case 'error': {
      const fields = down(cursor, 'fields')
      return [
        ...named(cursor, own, seen),
        ...(isThere(fields) && fields.tree?.kind !== 'list'
          ? [{ at: placeHere(fields), what: 'missing' as const, subject: kind, expected: 'a list of fields' }]
          : missing('fields', kind)),
        ...fieldFlaws(fields, own, seen, depth),
      ]
    }
    case 'enum':
      return [
        ...named(cursor, own, seen),
        ...(cursor.document.syntax === 'json' ? missing('symbols', kind) : []),
        ...symbolFlaws(cursor),
      ]
    case 'fixed':
      return [...named(cursor, own, seen), ...(cursor.document.syntax === 'json' ? missing('size', kind) : [])]
    case 'array':
      return [...missing('items', kind), ...flawsOf(down(cursor, 'items'), own, seen, depth + 1)]
    case 'map':
      return [...missing('values', kind), ...flawsOf(down(cursor, 'values'), own, seen, depth + 1)]
    default:
      return [
        ...flawsOf(type, own, seen, depth + 1),
        ...items(down(cursor, 'types')).flatMap(item => flawsOf(item, own, seen, depth + 1)),
      ]
  }
}

const nameOr = (cursor: Cursor): Place => {
  const name = down(cursor, 'name')
  return name.tree ? placeHere(name) : placeHere(down(cursor, 'type'))
}

function unknownType(cursor: Cursor, written: string, { simple }: Seen): SchemaFlaw[] {
  const expected = meant.get(written)
  return expected === undefined || primitives.has(written) || simple().has(written)
    ? []
    : [{ at: placeHere(cursor), what: 'unknown-type', subject: written, expected }]
}

/** A type's own name: well formed, and given once. */
function named(cursor: Cursor, namespace: string | undefined, { types }: Seen): SchemaFlaw[] {
  const name = text(down(cursor, 'name'))
  if (name.state !== 'known')
    return name.state === 'absent'
      ? [
          {
            at: placeHere(down(cursor, 'type')),
            what: 'missing',
            subject: knownValue(text(down(cursor, 'type'))) ?? 'type',
            expected: 'name',
          },
        ]
      : []
  if (!wellFormed.test(name.value))
    return [{ at: name.at, what: 'invalid-name', subject: name.value, expected: 'letters, digits and _' }]
  const full = name.value.includes('.') || namespace === undefined ? name.value : `${namespace}.${name.value}`
  if (types.has(full)) return [{ at: name.at, what: 'duplicate-type', subject: full, expected: 'a name of its own' }]
  types.add(full)
  return []
}

function fieldFlaws(fields: Cursor, namespace: string | undefined, seen: Seen, depth: number): SchemaFlaw[] {
  const names = new Set<string>()
  return items(fields).flatMap((field): SchemaFlaw[] => {
    const name = text(down(field, 'name'))
    const type = down(field, 'type')
    if (name.state === 'absent')
      return [
        { at: field.tree ? firstPlace(field) : placeHere(fields), what: 'missing', subject: 'field', expected: 'name' },
      ]
    const ofName = name.state === 'known' ? fieldNameFlaws(name, names) : []
    if (name.state === 'known' && !isThere(type))
      ofName.push({ at: name.at, what: 'missing', subject: name.value, expected: 'type' })
    return [...ofName, ...flawsOf(type, namespace, seen, depth + 1), ...defaultFlaws(field, type)]
  })
}

/** The name of a field: well formed, and given once in its record. */
function fieldNameFlaws({ value, at }: Known<string>, names: Set<string>): SchemaFlaw[] {
  const isNew = !names.has(value)
  names.add(value)
  if (!wellFormed.test(value) || value.includes('.'))
    return [{ at, what: 'invalid-name', subject: value, expected: 'letters, digits and _' }]
  return isNew ? [] : [{ at, what: 'duplicate-field', subject: value, expected: 'a name of its own' }]
}

const firstPlace = (cursor: Cursor): Place => entries(cursor)[0]?.key ?? placeHere(cursor)

function symbolFlaws(cursor: Cursor): SchemaFlaw[] {
  const symbols = items(down(cursor, 'symbols')).map(text)
  const values = symbols.map(knownValue)
  const twice = symbols.flatMap((fact, index): SchemaFlaw[] =>
    fact.state === 'known' && values.indexOf(fact.value) < index
      ? [{ at: fact.at, what: 'duplicate-symbol', subject: fact.value, expected: 'a symbol of its own' }]
      : [],
  )
  const fallback = text(down(cursor, 'default'))
  const wrong: SchemaFlaw[] =
    fallback.state === 'known' && values.length > 0 && !values.includes(fallback.value)
      ? [{ at: fallback.at, what: 'wrong-default', subject: fallback.value, expected: 'one of the symbols' }]
      : []
  return [...twice, ...wrong]
}

/** A union may not hold a union, nor a type without a name twice. */
function unionFlaws(cursor: Cursor): SchemaFlaw[] {
  if (cursor.path.length === 0) return [] // a list of schemas, as a file
  const kinds = new Set<string>()
  return items(cursor).flatMap((branch): SchemaFlaw[] => {
    if (branch.tree?.kind === 'list')
      return [
        { at: placeHere(branch), what: 'nested-union', subject: 'union', expected: 'branches that are no unions' },
      ]
    const kind = branch.tree?.kind === 'scalar' ? branch.tree.text : knownValue(text(down(branch, 'type')))
    if (kind === undefined || kind === 'record' || kind === 'enum' || kind === 'fixed' || kind === 'error') return []
    if (kinds.has(kind) && !down(branch, 'logicalType').tree)
      return [{ at: placeHere(branch), what: 'duplicate-branch', subject: kind, expected: 'a type of its own' }]
    kinds.add(kind)
    return []
  })
}

/** A default is of the type: in a union of one of its branches, until Avro 1.12 of the first. */
function defaultFlaws(field: Cursor, type: Cursor): SchemaFlaw[] {
  const fallback = down(field, 'default')
  const kind = kindAt(type)
  if (field.document.syntax !== 'json' || kind === undefined || !isThere(fallback)) return []
  const { tree } = fallback
  if (fits(kind, tree)) return []
  const at = tree ? placeHere(fallback) : (fallback.key ?? placeHere(field))
  const later = items(type).some(branch => fits(kindAt(branch) ?? '', tree))
  return [{ at, what: later ? 'later-branch' : 'wrong-default', subject: wordFor(tree), expected: kind }]
}

/** Whether a value can be the default of a type; nothing written is `null`. */
function fits(kind: string, tree: Tree | undefined): boolean {
  switch (tree?.kind) {
    case undefined:
      return kind === 'null' || !isSimple(kind)
    case 'scalar':
      return scalarFits(kind, tree.quoted, tree.text)
    case 'list':
      return kind === 'array' || !isSimple(kind)
    case 'map':
      return kind === 'map' || kind === 'record' || !isSimple(kind)
    default:
      return true
  }
}

function wordFor(tree: Tree | undefined): string {
  if (tree?.kind === 'scalar') return tree.text
  return tree ? `a ${tree.kind}` : 'null'
}

/** The kind of the type that a default has to fit: in a union that of its first branch. */
function kindAt(type: Cursor): string | undefined {
  const first = type.tree?.kind === 'list' ? items(type)[0] : type
  if (!first) return undefined
  return first.tree?.kind === 'scalar' ? first.tree.text : knownValue(text(down(first, 'type')))
}

const isSimple = (kind: string): boolean =>
  primitives.has(kind) || ['array', 'map', 'enum', 'fixed', 'record'].includes(kind)

function scalarFits(kind: string, quoted: boolean, written: string): boolean {
  switch (kind) {
    case 'string':
    case 'bytes':
    case 'fixed':
    case 'enum':
      return quoted
    case 'boolean':
      return !quoted && /^(?:true|false)$/.test(written)
    case 'int':
    case 'long':
      return !quoted && /^-?\d+$/.test(written)
    case 'float':
    case 'double':
      return !quoted && /^-?\d/.test(written)
    case 'null':
      return !quoted && written === 'null'
    case 'array':
    case 'map':
    case 'record':
      return false
    default:
      return true
  }
}
