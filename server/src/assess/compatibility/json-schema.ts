import type { BreakKind, Contract, JsonLimit, JsonType } from '../../model/contract.ts'
import { differing, mostPairs, type Difference, type Standing } from './difference.ts'

type JsonContract = Extract<Contract, { language: 'json' }>

/** Why a reader does not take every document that the writer's schema allows; empty where it does, or where that cannot be told. Source: Confluent Platform 8, "Schema Evolution and Compatibility", JSON Schema compatibility rules. */
export const jsonDifferences = (reader: JsonContract, writer: JsonContract): Difference[] =>
  new JsonComparison().types(reader.root, writer.root, {
    subject: '',
    reader: reader.root.at,
    writer: writer.root.at,
  })

/** Which way a keyword goes when it takes less. */
const narrowing: ReadonlyMap<string, 'less' | 'more'> = new Map([
  ['maxLength', 'less'],
  ['maximum', 'less'],
  ['exclusiveMaximum', 'less'],
  ['maxItems', 'less'],
  ['maxProperties', 'less'],
  ['minLength', 'more'],
  ['minimum', 'more'],
  ['exclusiveMinimum', 'more'],
  ['minItems', 'more'],
  ['minProperties', 'more'],
])

class JsonComparison {
  /** Pairs that are being compared, or have been: schemas may hold themselves. */
  readonly #seen: Map<JsonType, Set<JsonType>>

  constructor(seen: ReadonlyMap<JsonType, ReadonlySet<JsonType>> = new Map()) {
    this.#seen = new Map([...seen].map(([type, others]) => [type, new Set(others)]))
  }

  types(given: JsonType, other: JsonType, at: Standing): Difference[] {
    const [reader, writer] = [followed(given), withTypesOfValues(followed(other))]
    const here = { ...at, reader: given.at, writer: other.at }
    if (reader.kind === 'unknown' || writer.kind === 'unknown') return []
    if (reader.kind === 'anything' || writer.kind === 'nothing') return []
    if (reader.kind === 'nothing' || writer.kind === 'anything')
      return [differing(here, 'type-narrowed', typeText(reader), typeText(writer))]
    if (this.#isSeen(reader, writer)) return []
    const combined = this.#combined(reader, writer, here)
    if (combined) return combined
    const ofType = narrowedTypes(reader, writer, here)
    return ofType.length > 0
      ? ofType
      : [
          ...limits(reader, writer, here),
          ...values(reader, writer, here),
          ...this.#objects(reader, writer, here),
          ...this.#lists(reader, writer, here),
          ...this.#negations(reader, writer, here),
        ]
  }

  #isSeen(reader: JsonType, writer: JsonType): boolean {
    const others = this.#seen.get(reader) ?? new Set()
    if (others.has(writer)) return true
    this.#seen.set(reader, others.add(writer))
    return false
  }

  #fits(reader: JsonType, writer: JsonType, at: Standing): boolean {
    return new JsonComparison(this.#seen).types(reader, writer, at).length === 0
  }

  /** Alternatives and conjunctions; undefined where neither has any. */
  #combined(reader: JsonType, writer: JsonType, at: Standing): Difference[] | undefined {
    const [own, before] = [combinationOf(reader), combinationOf(writer)]
    if (!own && !before) return undefined
    // Several at once, or beside other keywords, are compared by nobody the same way.
    if (own === 'several' || before === 'several') return []
    if (own && before) return this.#bothCombined(own, before, at)
    if (own) return this.#intoCombined(own, writer, at)
    const branches = before as Combination
    const isRead =
      branches.how === 'allOf'
        ? branches.of.some(branch => this.#fits(reader, branch, at))
        : branches.of.every(branch => this.#fits(reader, branch, at))
    return isRead ? [] : [differing(at, 'alternatives-changed', typeText(reader), branches.how)]
  }

  #intoCombined({ how, of }: Combination, writer: JsonType, at: Standing): Difference[] {
    const isRead =
      how === 'allOf'
        ? of.every(branch => this.#fits(branch, writer, at))
        : of.some(branch => this.#fits(branch, writer, at))
    return isRead ? [] : [differing(at, 'alternatives-changed', how, typeText(writer))]
  }

  #bothCombined(own: Combination, before: Combination, at: Standing): Difference[] {
    const differs = differing(at, 'alternatives-changed', own.how, before.how)
    if (own.how !== before.how && own.how !== 'anyOf' && own.of.length > 1) return [differs]
    const pairs = mostPairs(own.of, before.of, (reader, writer) => this.#fits(reader, writer, at))
    const needed = own.how === 'allOf' ? own.of.length : before.of.length
    return pairs >= needed ? [] : [differs]
  }

  #objects(reader: JsonType, writer: JsonType, at: Standing): Difference[] {
    if (reader.patterns.size > 0 || writer.patterns.size > 0) return this.#shared(reader, writer, at)
    return [
      ...this.#shared(reader, writer, at),
      ...this.#added(reader, writer, at),
      ...this.#gone(reader, writer, at),
      ...this.#content(reader, writer, at),
    ]
  }

  /** Properties of both. */
  #shared(reader: JsonType, writer: JsonType, at: Standing): Difference[] {
    return [...reader.properties].flatMap(([name, property]) => {
      const before = writer.properties.get(name)
      if (!before) return []
      const here = standingAt(at, name, property, before)
      const isRequired = reader.required.includes(name) && !writer.required.includes(name) && !property.hasDefault
      return [...(isRequired ? [differing(here, 'property-required')] : []), ...this.types(property, before, here)]
    })
  }

  /** Properties that only the reader knows. */
  #added(reader: JsonType, writer: JsonType, at: Standing): Difference[] {
    return [...reader.properties].flatMap(([name, property]) => {
      if (writer.properties.has(name)) return []
      const here = { ...at, subject: pathTo(at, name), reader: property.at }
      const open = isOpen(writer.additional)
      if (open) return property.kind === 'anything' ? [] : [differing(here, 'property-into-open')]
      const covered =
        writer.additional && writer.additional.kind !== 'nothing' ? this.types(property, writer.additional, here) : []
      const isRequired = reader.required.includes(name) && !property.hasDefault
      return [...covered, ...(isRequired ? [differing(here, 'property-required')] : [])]
    })
  }

  /** Properties that only the writer knows. */
  #gone(reader: JsonType, writer: JsonType, at: Standing): Difference[] {
    const { additional } = reader
    if (!additional || isOpen(additional)) return []
    return [...writer.properties].flatMap(([name, property]) => {
      if (reader.properties.has(name) || property.kind === 'nothing') return []
      const here = { ...at, subject: pathTo(at, name), writer: property.at }
      return additional.kind === 'nothing'
        ? [differing({ ...here, reader: additional.at }, 'property-out-of-closed')]
        : this.types(additional, property, here)
    })
  }

  /** What may stand beside the properties. */
  #content(reader: JsonType, writer: JsonType, at: Standing): Difference[] {
    if (isOpen(reader.additional)) return []
    const here = { ...at, reader: reader.additional?.at ?? at.reader }
    if (writer.additional?.kind === 'nothing') return []
    if (isOpen(writer.additional) || reader.additional?.kind === 'nothing') return [differing(here, 'content-closed')]
    return reader.additional && writer.additional ? this.types(reader.additional, writer.additional, here) : []
  }

  #lists(reader: JsonType, writer: JsonType, at: Standing): Difference[] {
    // Positions of their own beside others follow rules that no two tools share.
    if (reader.tuple.length > 0 || writer.tuple.length > 0) return []
    if (!reader.items) return []
    if (writer.items) return this.types(reader.items, writer.items, { ...at, subject: `${at.subject}[]` })
    const mayBeList = writer.types.length === 0 || writer.types.includes('array')
    return mayBeList && reader.items.kind !== 'anything'
      ? [differing({ ...at, reader: reader.items.at }, 'type-narrowed', typeText(followed(reader.items)), 'true')]
      : []
  }

  /** What must not be: the reader may refuse no more than the writer. */
  #negations(reader: JsonType, writer: JsonType, at: Standing): Difference[] {
    if (!reader.not) return []
    const here = { ...at, reader: reader.not.at }
    return writer.not && this.#fits(writer.not, reader.not, here)
      ? []
      : [differing(here, 'type-narrowed', 'not', writer.not ? 'not' : '')]
  }
}

/** The values that a schema lists, as written; undefined where it lists none. */
function listed({ values, limits }: JsonType): readonly string[] | undefined {
  const only = limits.get('const')?.value
  return values?.of ?? (only === undefined ? undefined : [only])
}

/** A schema that lists its values has their types. */
function withTypesOfValues(type: JsonType): JsonType {
  const values = listed(type)
  return values && type.types.length === 0 ? { ...type, types: [...new Set(values.map(typeOfValue))] } : type
}

/** The JSON Schema type of a value as written. */
function typeOfValue(written: string): string {
  if (written.startsWith('"')) return 'string'
  if (written.startsWith('[')) return 'array'
  if (written.startsWith('{')) return 'object'
  if (written === 'null') return 'null'
  if (written === 'true' || written === 'false') return 'boolean'
  return /^-?\d+$/.test(written) ? 'integer' : 'number'
}

/** What a reference leads to. */
function followed(type: JsonType): JsonType {
  let at = type
  for (let steps = 0; at.refersTo && steps < 20; steps++) at = at.refersTo()
  return at.refersTo ? { ...at, kind: 'unknown' } : at
}

const isOpen = (additional: JsonType | undefined): boolean => !additional || additional.kind === 'anything'

const pathTo = ({ subject }: Standing, name: string): string => (subject === '' ? name : `${subject}.${name}`)

const standingAt = (at: Standing, name: string, reader: JsonType, writer: JsonType): Standing => ({
  subject: pathTo(at, name),
  reader: reader.at,
  writer: writer.at,
})

interface Combination {
  readonly how: 'allOf' | 'anyOf' | 'oneOf'
  readonly of: readonly JsonType[]
}

/** The one combination that a schema is; `several` where there are more, or other keywords beside it. */
function combinationOf(type: JsonType): Combination | 'several' | undefined {
  const [first, ...others] = [...type.combined]
  if (!first) return undefined
  const isAlone =
    others.length === 0 &&
    type.limits.size === 0 &&
    !type.values &&
    type.properties.size === 0 &&
    type.required.length === 0 &&
    !type.items &&
    !type.additional &&
    !type.not
  return isAlone ? { how: first[0], of: first[1] } : 'several'
}

function narrowedTypes(reader: JsonType, writer: JsonType, at: Standing): Difference[] {
  if (reader.types.length === 0) return []
  const takes = (type: string): boolean =>
    reader.types.includes(type) || (type === 'integer' && reader.types.includes('number'))
  return writer.types.length > 0 && writer.types.every(takes)
    ? []
    : [
        differing(
          { ...at, reader: reader.typesAt, writer: writer.typesAt },
          'type-narrowed',
          typeText(reader),
          typeText(writer),
        ),
      ]
}

/** A schema in the words of the language: its types, `true` where anything goes, `false` where nothing does. */
function typeText({ types, kind }: JsonType): string {
  if (kind === 'nothing') return 'false'
  return types.length > 0 ? types.join(' | ') : 'true'
}

function limits(reader: JsonType, writer: JsonType, at: Standing): Difference[] {
  // Whether listed values keep within limits is not worked out.
  if (listed(writer) && !reader.limits.has('const')) return []
  return [...reader.limits].flatMap(([key, limit]) => {
    const before = writer.limits.get(key)
    return isNarrower(key, limit, before)
      ? [differing({ ...at, reader: limit.at }, limitKind(key), `${key} ${limit.value}`, before?.value ?? '')]
      : []
  })
}

const limitKind = (key: string): BreakKind => (key === 'const' ? 'values-narrowed' : 'limit-narrowed')

function isNarrower(key: string, limit: JsonLimit, before: JsonLimit | undefined): boolean {
  if (limit.value === before?.value) return false
  if (key === 'uniqueItems') return limit.value === 'true'
  if (!before) return true
  if (key === 'multipleOf') return !isMultiple(Number(before.value), Number(limit.value))
  const way = narrowing.get(key)
  // An exclusive limit may be a boolean, of another draft.
  const [now, then] = [Number(limit.value), Number(before.value)]
  if (way && Number.isFinite(now) && Number.isFinite(then)) return way === 'less' ? now < then : now > then
  return true
}

/** Whether every multiple of one number is one of another; decimals in their shortest form. */
function isMultiple(of: number, by: number): boolean {
  const ratio = of / by
  return Number.isFinite(ratio) && Math.abs(ratio - Math.round(ratio)) < 1e-9
}

function values(reader: JsonType, writer: JsonType, at: Standing): Difference[] {
  if (!reader.values) return []
  const own = new Set(reader.values.of)
  const unknown = listed(writer)?.filter(value => !own.has(value))
  return unknown?.length === 0
    ? []
    : [
        differing(
          { ...at, reader: reader.values.at },
          'values-narrowed',
          reader.values.of.join(', '),
          unknown?.join(', ') ?? '',
        ),
      ]
}
