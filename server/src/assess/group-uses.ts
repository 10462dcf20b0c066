import type { ConsumerGroup } from '../model/entities.ts'
import { accessPrefixes } from '../model/estate.ts'
import type { SemanticEdit } from '../model/semantic-edit.ts'
import type { Db } from './db.ts'

/** Where a group is named, and what keeps it from being renamed there. */
export interface GroupUses {
  readonly places: readonly ConsumerGroup[]
  /** In words, as the end of a sentence that begins with "no quick fix:". */
  readonly hindrance?: string
}

/** Names that stand for the same group; ids of the same text are others. */
const joined: ReadonlySet<ConsumerGroup['role']> = new Set(['consumer', 'sink', 'sinks', 'access', 'pattern'])

/** Roles whose name means more than a group. */
const fixed: Readonly<Partial<Record<ConsumerGroup['role'], string>>> = {
  worker: "the name of the workers' group is the name of the Connect cluster",
  streams: 'an application id also names stores and changelog topics',
  prefix: 'other names begin with it',
}

/** Finds a group everywhere in the workspace; `asked` is the place that the question is about. */
export function groupUsesOf({ estate }: Db, name: string, asked?: ConsumerGroup): GroupUses {
  const same = estate.find('group', name)
  const places = same.filter(({ role }) => joined.has(role))
  const hindrance =
    asked?.role === 'access-prefix'
      ? 'a prefix covers the groups of others'
      : same.flatMap(({ role }) => fixed[role] ?? [])[0]
  if (hindrance !== undefined) return { places, hindrance }
  if (asked && !places.some(({ role }) => role === 'consumer' || role === 'sink' || role === 'sinks'))
    return {
      places,
      hindrance: 'no application in the workspace names the group, and renaming it here alone cuts its user off',
    }
  const covering = estate
    .find('group', accessPrefixes)
    .find(prefix => prefix.name.state === 'known' && prefix.name.value !== '' && name.startsWith(prefix.name.value))
  if (covering?.name.state === 'known')
    return { places, hindrance: `${covering.owner} may use it by the prefix "${covering.name.value}" only` }
  return places.every(place => renaming(place, name) !== undefined)
    ? { places }
    : { places, hindrance: 'one of the places cannot be written' }
}

/** The edit that names a group otherwise in one place; undefined where no writer may do it. */
export function renaming({ name, within }: ConsumerGroup, to: string): SemanticEdit | undefined {
  if (name.state !== 'known') return undefined
  if (!within) return name.slot && { op: 'set', slot: name.slot, value: to }
  const parts = within.value.split(/([,|])/)
  return (
    within.slot && {
      op: 'set',
      slot: within.slot,
      value: parts.map(part => (part.trim() === name.value ? part.replace(name.value, to) : part)).join(''),
    }
  )
}
