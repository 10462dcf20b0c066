import { accessPrefixes, byName } from '../model/link-key.ts'
import type { ConsumerGroup } from '../model/entities.ts'
import type { SemanticEdit } from '../model/semantic-edit.ts'
import type { Db } from './db.ts'
import { say, type Message } from '../words/message.ts'

/** Where a group is named, and what keeps it from being renamed there. */
export interface GroupUses {
  readonly places: readonly ConsumerGroup[]
  readonly hindrance?: Message
}

/** Names that stand for the same group; ids of the same text are others. */
const joined: ReadonlySet<ConsumerGroup['role']> = new Set(['consumer', 'sink', 'sinks', 'access', 'pattern'])

/** Roles whose name means more than a group. */
const fixed: Readonly<Partial<Record<ConsumerGroup['role'], Message>>> = {
  worker: say('hindrance.worker'),
  streams: say('hindrance.streams'),
  prefix: say('hindrance.prefix'),
}

/** Finds a group everywhere in the workspace; `asked` is the place that the question is about. */
export function groupUsesOf({ estate }: Db, name: string, asked?: ConsumerGroup): GroupUses {
  const same = estate.find(byName('group', name))
  const places = same.filter(({ role }) => joined.has(role))
  const hindrance =
    asked?.role === 'access-prefix' ? say('hindrance.accessPrefix') : same.flatMap(({ role }) => fixed[role] ?? [])[0]
  if (hindrance !== undefined) return { places, hindrance }
  if (asked?.granted && places.some(isUse)) return { places, hindrance: say('hindrance.rightLast') }
  if (asked && !places.some(isUse)) return { places, hindrance: say('hindrance.accessOnly') }
  const covering = estate
    .find(accessPrefixes)
    .find(prefix => prefix.name.state === 'known' && prefix.name.value !== '' && name.startsWith(prefix.name.value))
  if (covering?.name.state === 'known')
    return { places, hindrance: say('hindrance.covered', { owner: covering.owner, prefix: covering.name.value }) }
  return places.every(place => renaming(place, name) !== undefined)
    ? { places }
    : { places, hindrance: say('hindrance.unwritable') }
}

const isUse = ({ role }: ConsumerGroup): boolean => role === 'consumer' || role === 'sink' || role === 'sinks'

/** The edit that names a group otherwise in one place; undefined where no writer may do it. */
export function renaming({ name, within, granted }: ConsumerGroup, to: string): SemanticEdit | undefined {
  if (name.state !== 'known') return undefined
  // The old right stays until nobody uses it any more.
  if (granted) return { op: 'append', slot: granted.list, value: granted.entry(to) }
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
