import type { Db } from '../assess/db.ts'
import type { Entity, EntityKind } from '../model/entities.ts'
import { knownValue } from '../model/fact.ts'
import type { Uri } from '../text/uri.ts'

/** One state of the files: what they say, and which of them were asked about. */
export interface Side {
  readonly db: Db
  readonly files: readonly Uri[]
}

/** The same thing before and after; one of them is left out where it is new or gone. */
export interface Pair<E> {
  readonly before?: E
  readonly after?: E
}

/** Pairs the entities of a kind by what they are called, wherever they stand: of several with one name those in the same file belong together, then those that are left, in their order. */
export function pairsOf<K extends EntityKind>(
  kind: K,
  before: Side,
  after: Side,
): Pair<Extract<Entity, { kind: K }>>[] {
  type E = Extract<Entity, { kind: K }>
  const [old, now] = [byName<E>(entitiesOf(kind, before)), byName<E>(entitiesOf(kind, after))]
  const pairs = [...new Set([...old.keys(), ...now.keys()])].flatMap(key =>
    pairUp(old.get(key) ?? [], now.get(key) ?? []),
  )
  return withRenamed(pairs)
}

/** What is gone and what is new under the same address of a tool that knows its resources by addresses is the same resource under another name. */
function withRenamed<E extends Entity>(pairs: readonly Pair<E>[]): Pair<E>[] {
  const come = new Map(
    pairs.flatMap(({ before, after }) =>
      after && !before && addressOf(after) ? [[addressOf(after), after] as const] : [],
    ),
  )
  const renamed = new Set<E>()
  const found = pairs.map((pair): Pair<E> => {
    const { before, after } = pair
    const now = before && !after ? come.get(addressOf(before)) : undefined
    if (!before || !now || renamed.has(now)) return pair
    renamed.add(now)
    return { before, after: now }
  })
  return found.filter(({ before, after }) => before || !after || !renamed.has(after))
}

/** The address of a resource of Terraform, as far as its name tells it: where the name is written. */
function addressOf({ name, file }: Entity): string | undefined {
  const slot = name.state === 'known' ? name.slot : undefined
  return slot?.of?.tool === 'terraform' ? JSON.stringify([file, slot.path]) : undefined
}

/** The entities of a kind in the files of a side. */
export const entitiesOf = <K extends EntityKind>(kind: K, { db, files }: Side): Extract<Entity, { kind: K }>[] =>
  files.flatMap(file =>
    db.estate.entities(file).filter((entity): entity is Extract<Entity, { kind: K }> => entity.kind === kind),
  )

function byName<E extends Entity>(entities: readonly E[]): Map<string, E[]> {
  const named = new Map<string, E[]>()
  for (const entity of entities) {
    const key = JSON.stringify([entity.namespace, nameOf(entity), ownerOf(entity)])
    named.set(key, [...(named.get(key) ?? []), entity])
  }
  return named
}

/** The name of an entity; what only another tool can evaluate is called as it is written. */
export const nameOf = ({ name }: Pick<Entity, 'name'>): string =>
  name.state === 'unresolved' ? name.text : (knownValue<string>(name) ?? '')

/** What tells entities of one name apart. */
function ownerOf(entity: Entity): unknown {
  switch (entity.kind) {
    case 'topic':
    case 'node-pool':
      return knownValue(entity.cluster)
    case 'connector':
      return knownValue(entity.connectCluster)
    case 'group':
      return [entity.role, entity.owner]
    case 'access':
      return [entity.resource, entity.prefix, knownValue(entity.principal)]
    case 'record':
      return entity.fullName
    default:
      return undefined
  }
}

function pairUp<E extends Entity>(old: readonly E[], now: readonly E[]): Pair<E>[] {
  const left = [...now]
  const take = (takes: (one: E) => boolean): E | undefined => {
    const at = left.findIndex(takes)
    return at < 0 ? undefined : left.splice(at, 1)[0]
  }
  const first = old.map(before => ({ before, after: take(one => one.file === before.file) }))
  const pairs = first.map(({ before, after }) => ({ before, after: after ?? take(() => true) }))
  return [
    ...pairs.map(({ before, after }): Pair<E> => ({ before, ...(after ? { after } : {}) })),
    ...left.map((after): Pair<E> => ({ after })),
  ]
}
