import type { Contract, JsonLimit, JsonType } from '../../model/contract.ts'
import { knownValue, type Place } from '../../model/fact.ts'
import { down, entries, isThere, items } from '../cursor.ts'
import { placeHere, type Cursor } from '../position.ts'
import { text } from '../values.ts'

const limits = [
  'maxLength',
  'minLength',
  'pattern',
  'maximum',
  'minimum',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'multipleOf',
  'maxItems',
  'minItems',
  'uniqueItems',
  'maxProperties',
  'minProperties',
  'const',
]
/** Keywords whose meaning the comparison does not follow: of a schema that holds one, nothing is said. */
const beyond = [
  'dependencies',
  'dependentRequired',
  'dependentSchemas',
  'if',
  'contains',
  'prefixItems',
  'unevaluatedProperties',
  'unevaluatedItems',
  'propertyNames',
  '$dynamicRef',
  '$recursiveRef',
]
const combinations = ['allOf', 'anyOf', 'oneOf'] as const
const deepest = 60

/** What a JSON Schema promises; undefined where there is none. */
export const jsonContract = (root: Cursor): Contract | undefined =>
  root.tree?.kind === 'map' ? { language: 'json', root: new JsonReader(root).type(root, 0) } : undefined

const textOf = (cursor: Cursor): string | undefined => knownValue(text(cursor))

class JsonReader {
  readonly #root: Cursor
  /** By what leads to them in the document: what refers to itself is read once. */
  readonly #referred = new Map<string, JsonType>()

  constructor(root: Cursor) {
    this.#root = root
  }

  type(cursor: Cursor, depth: number): JsonType {
    const at = placeHere(cursor)
    const { tree } = cursor
    if (tree?.kind === 'scalar' && !tree.quoted && tree.text === 'true') return simple('anything', at)
    if (tree?.kind === 'scalar' && !tree.quoted && tree.text === 'false') return simple('nothing', at)
    if (tree?.kind !== 'map' || depth > deepest || beyond.some(key => isThere(down(cursor, key))))
      return simple('unknown', at)
    const reference = textOf(down(cursor, '$ref'))
    return reference === undefined
      ? this.#schema(cursor, at, depth)
      : { ...simple('schema', placeHere(down(cursor, '$ref'))), refersTo: () => this.#refer(reference, at, depth) }
  }

  #refer(reference: string, at: Place, depth: number): JsonType {
    const known = this.#referred.get(reference)
    if (known) return known
    const steps = /^#(?:\/(.*))?$/.exec(reference)
    const path = steps?.[1]?.split('/').map(step => step.replaceAll('~1', '/').replaceAll('~0', '~')) ?? []
    const target = steps ? down(this.#root, ...path) : undefined
    if (!target?.tree) return simple('unknown', at)
    const type = this.type(target, depth + 1)
    this.#referred.set(reference, type)
    return type
  }

  #schema(cursor: Cursor, at: Place, depth: number): JsonType {
    const below = (...steps: string[]): JsonType | undefined => {
      const child = down(cursor, ...steps)
      return child.tree ? this.type(child, depth + 1) : undefined
    }
    const under = (key: string): ReadonlyMap<string, JsonType> =>
      new Map(entries(down(cursor, key)).map(entry => [entry.name, named(this.type(entry, depth + 1), entry)]))
    const written = textOf(down(cursor, 'type'))
    const values = down(cursor, 'enum')
    const tuple = items(down(cursor, 'items')).map(item => this.type(item, depth + 1))
    const known = entries(cursor).some(({ name }) => decisive.has(name))
    return {
      ...simple(known ? 'schema' : 'anything', cursor.key ?? at),
      types: written === undefined ? items(down(cursor, 'type')).flatMap(item => textOf(item) ?? []) : [written],
      typesAt: down(cursor, 'type').tree ? placeHere(down(cursor, 'type')) : (cursor.key ?? at),
      limits: new Map(limits.flatMap(key => limitAt(down(cursor, key), key))),
      values: values.tree ? { of: printed(values), at: placeHere(values) } : undefined,
      properties: under('properties'),
      required: items(down(cursor, 'required')).flatMap(item => textOf(item) ?? []),
      patterns: under('patternProperties'),
      additional: below('additionalProperties'),
      items: tuple.length > 0 ? undefined : below('items'),
      tuple,
      additionalItems: below('additionalItems'),
      combined: new Map(
        combinations.flatMap(key => {
          const branches = items(down(cursor, key)).map(item => this.type(item, depth + 1))
          return branches.length > 0 ? [[key, branches] as const] : []
        }),
      ),
      not: below('not'),
      hasDefault: isThere(down(cursor, 'default')),
    }
  }
}

/** Keywords that restrict what a value may be. */
const decisive = new Set([
  ...limits,
  ...combinations,
  'type',
  'enum',
  'properties',
  'required',
  'patternProperties',
  'additionalProperties',
  'items',
  'additionalItems',
  'not',
])

const simple = (kind: JsonType['kind'], at: Place): JsonType => ({
  at,
  kind,
  types: [],
  typesAt: at,
  limits: new Map(),
  values: undefined,
  properties: new Map(),
  required: [],
  patterns: new Map(),
  additional: undefined,
  items: undefined,
  tuple: [],
  additionalItems: undefined,
  combined: new Map(),
  not: undefined,
  hasDefault: false,
})

/** A property is shown at its name. */
const named = (type: JsonType, { key }: Cursor): JsonType => (key ? { ...type, at: key } : type)

function limitAt(cursor: Cursor, key: string): [string, JsonLimit][] {
  return cursor.tree ? [[key, { value: print(cursor), at: placeHere(cursor) }]] : []
}

/** The values of a list, null among them. */
function printed(list: Cursor): string[] {
  const held = new Map(items(list).map(item => [item.tree, print(item)]))
  return list.tree?.kind === 'list' ? list.tree.items.map(item => held.get(item) ?? 'null') : []
}

/** A value of JSON as one text, by which two are told apart: a text in quotes, the keys of an object in order. */
function print(cursor: Cursor): string {
  const { tree } = cursor
  if (tree?.kind === 'scalar') return tree.quoted ? JSON.stringify(tree.text) : tree.text
  if (tree?.kind === 'list') return `[${printed(cursor).join(',')}]`
  return `{${entries(cursor)
    .map(entry => `${JSON.stringify(entry.name)}:${print(entry)}`)
    .sort((a, b) => (a < b ? -1 : 1))
    .join(',')}}`
}
