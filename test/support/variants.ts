import { fileFacts } from '../../server/src/facts/model-shapes.ts'
import type { Maybe, Shape } from '../../server/src/facts/shape.ts'
import type { FileFacts } from '../../server/src/model/file-facts.ts'

/** What a file could say instead: one fact of it in another state, one thing left out, one switch turned. */
export interface Variant {
  /** Which, as a path from the kind of the entity: the same for all that are alike. */
  readonly where: string
  readonly now: string
  readonly facts: FileFacts
}

type Plain = Readonly<Record<string, unknown>>
type Of = Shape<unknown>
interface Step {
  readonly where: string
  readonly now: string
  readonly value: unknown
}

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null

/** The texts that stood at a place before: what is said of one is said instead of another. */
export type Said = Map<string, Set<string>>

/** The variants of what a file says: those that the model's shapes take. What has stood in the same place before stands there instead. */
export function* variantsOf(facts: FileFacts, said: Said): Iterable<Variant> {
  for (const [at, entity] of facts.entities.entries()) {
    if (entity.kind === 'configuration') continue
    for (const { where, now, value } of inValue(entity, entityShape, entity.kind, said)) {
      const entities = facts.entities.map((other, i) => (i === at ? (value as typeof other) : other))
      yield { where, now, facts: { ...facts, entities } }
    }
  }
}

const entityShape = ((): Of => {
  const { takes } = fileFacts
  const entities = takes.is === 'object' ? takes.members.get('entities') : undefined
  if (entities && 'takes' in entities && entities.takes.is === 'list') return entities.takes.of
  throw new Error('facts have no entities')
})()

function* inValue(value: unknown, shape: Of, where: string, said: Said): Iterable<Step> {
  if (isPlain(value) && 'state' in value) yield* ofFact(value, shape, where, said)
  else if (shape.takes.is === 'truth') yield { where, now: String(!value), value: !value }
  else if (shape.takes.is === 'list' && Array.isArray(value)) yield* inList(value, shape.takes.of, where, said)
  else if (isPlain(value)) yield* inObject(value, shape, where, said)
}

/** A fact in its other states, a switch that is turned, a number that is one less or more. */
function* ofFact(fact: Plain, shape: Of, where: string, said: Said): Iterable<Step> {
  const place = fact.at ?? fact.near
  const others: (readonly [string, Plain])[] = [
    ['absent', { state: 'absent', near: place }],
    ['unresolved', { state: 'unresolved', at: place, text: 'X' }],
    ['true', { ...fact, value: typeof fact.value === 'string' ? 'true' : true }],
    ['false', { ...fact, value: typeof fact.value === 'string' ? 'false' : false }],
    [`one less than ${fact.value}`, { ...fact, value: besideOf(fact.value, -1) }],
    [`one more than ${fact.value}`, { ...fact, value: besideOf(fact.value, 1) }],
    ...textsFor(fact, where, said).map(value => [`"${value}"`, { ...fact, value }] as const),
  ]
  const { slot: _, ...told } = fact
  for (const [now, other] of others) {
    const { slot: __, ...toldOther } = other
    const isOther = 'value' in other ? isAnother(other.value, fact.value) : fact.state !== other.state
    if (isOther && takes(shape, toldOther) && takes(shape, told)) yield { where, now, value: other }
  }
}

/** What stood in the place of a text before; what things are called is left out. */
function textsFor({ state, value }: Plain, where: string, said: Said): string[] {
  if (
    state !== 'known' ||
    typeof value !== 'string' ||
    /\b(?:name|names|alias|bootstrap|cluster|user|unit)$/i.test(where)
  )
    return []
  const before = said.get(where) ?? new Set()
  const others = [...before]
  said.set(where, before.add(value))
  return others
}

/** Whether a value is what another one could be: a switch for a switch, a number for a number. */
const isAnother = (value: unknown, was: unknown): boolean =>
  value !== undefined && value !== was && isSwitch(value) === isSwitch(was)

const isSwitch = (value: unknown): boolean => /^(?:true|false)$/i.test(String(value))

/** The number beside a number, written as that is. */
function besideOf(value: unknown, step: number): unknown {
  if (!/^\d{1,15}$/.test(String(value))) return undefined
  const beside = Number(value) + step
  return typeof value === 'string' ? String(beside) : beside
}

/** One of the shapes that a shape stands for takes the value; what is only of use beside the text is not asked for. */
const takes = (shape: Of, value: unknown): boolean => shape(value)

function* inList(list: readonly unknown[], of: Of, where: string, said: Said): Iterable<Step> {
  for (const [at, item] of list.entries()) {
    const name = isPlain(item) && typeof item.key === 'string' ? `${where} ${item.key}` : `${where}, one`
    if (isPlain(item)) yield { where: name, now: 'left out', value: list.filter((_, i) => i !== at) }
    for (const step of inValue(item, of, name, said))
      yield { ...step, value: list.map((other, i) => (i === at ? step.value : other)) }
  }
}

function* inObject(object: Plain, shape: Of, where: string, said: Said): Iterable<Step> {
  for (const [name, field] of membersOf(object, shape)) {
    const inner = object[name]
    if (inner === undefined) continue
    const path = `${where} ${name}`
    if ('maybe' in field) {
      const { [name]: _, ...rest } = object
      yield { where: path, now: 'left out', value: rest }
    }
    for (const step of inValue(inner, 'maybe' in field ? field.maybe : field, path, said))
      yield { ...step, value: { ...object, [name]: step.value } }
  }
}

/** The members of the shape that an object has: of several, the first that has all its names. */
function membersOf(object: Plain, { takes: taken }: Of): Iterable<[string, Of | Maybe<unknown>]> {
  if (taken.is === 'object') return taken.members
  if (taken.is !== 'either') return []
  const fitting = taken.of.find(one => {
    if (one.takes.is !== 'object') return false
    const kind = one.takes.members.get('kind')
    return kind !== undefined && 'takes' in kind && kind(object.kind)
  })
  return fitting ? membersOf(object, fitting) : []
}
