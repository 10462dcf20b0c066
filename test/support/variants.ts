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

/** The variants of what a file says: those of the model's shapes, without entities that only say what something is called. */
export function* variantsOf(facts: FileFacts): Iterable<Variant> {
  for (const [at, entity] of facts.entities.entries()) {
    if (entity.kind === 'configuration') continue
    for (const { where, now, value } of inValue(entity, entityShape, entity.kind)) {
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

function* inValue(value: unknown, shape: Of, where: string): Iterable<Step> {
  if (isPlain(value) && 'state' in value) yield* ofFact(value, shape, where)
  else if (shape.takes.is === 'truth') yield { where, now: String(!value), value: !value }
  else if (shape.takes.is === 'list' && Array.isArray(value)) yield* inList(value, shape.takes.of, where)
  else if (isPlain(value)) yield* inObject(value, shape, where)
}

/** A fact in its other states, and a switch that is turned. */
function* ofFact(fact: Plain, shape: Of, where: string): Iterable<Step> {
  const place = fact.at ?? fact.near
  const others: (readonly [string, Plain])[] = [
    ['absent', { state: 'absent', near: place }],
    ['unresolved', { state: 'unresolved', at: place, text: 'X' }],
    ['true', { ...fact, value: typeof fact.value === 'string' ? 'true' : true }],
    ['false', { ...fact, value: typeof fact.value === 'string' ? 'false' : false }],
  ]
  const isSwitch = /^(?:true|false)$/i.test(String(fact.value))
  const { slot: _, ...told } = fact
  for (const [now, other] of others) {
    const { slot: __, ...toldOther } = other
    const isOther = 'value' in other ? isSwitch && String(fact.value) !== now : fact.state !== other.state
    if (isOther && takes(shape, toldOther) && takes(shape, told)) yield { where, now, value: other }
  }
}

/** One of the shapes that a shape stands for takes the value; what is only of use beside the text is not asked for. */
const takes = (shape: Of, value: unknown): boolean => shape(value)

function* inList(list: readonly unknown[], of: Of, where: string): Iterable<Step> {
  for (const [at, item] of list.entries()) {
    const name = isPlain(item) && typeof item.key === 'string' ? `${where} ${item.key}` : `${where}, one`
    if (isPlain(item)) yield { where: name, now: 'left out', value: list.filter((_, i) => i !== at) }
    for (const step of inValue(item, of, name))
      yield { ...step, value: list.map((other, i) => (i === at ? step.value : other)) }
  }
}

function* inObject(object: Plain, shape: Of, where: string): Iterable<Step> {
  for (const [name, field] of membersOf(object, shape)) {
    const inner = object[name]
    if (inner === undefined) continue
    const path = `${where} ${name}`
    if ('maybe' in field) {
      const { [name]: _, ...rest } = object
      yield { where: path, now: 'left out', value: rest }
    }
    for (const step of inValue(inner, 'maybe' in field ? field.maybe : field, path))
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
