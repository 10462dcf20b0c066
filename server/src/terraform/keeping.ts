import type { Keeper } from '../model/entities.ts'
import { knownValue } from '../model/fact.ts'
import { down } from '../formats/cursor.ts'
import { fixed, text } from '../formats/values.ts'
import { attribute } from './instances.ts'
import type { Resource } from './resource.ts'

/** What keeps a cluster, with its records, from going with its declaration: a switch of its service that does, or the lifecycle of the resource; nothing is told where that keeps it. */
export function keepersOf({ body, deletionPolicy }: Resource, ownSwitch?: string): Keeper[] {
  if (deletionPolicy) {
    const policy = text(deletionPolicy)
    return knownValue(policy)?.startsWith('Retain')
      ? []
      : [{ key: 'DeletionPolicy', of: 'cluster', value: fixed(policy), keeps: 'Retain' }]
  }
  const lifecycle = text(attribute(body, 'lifecycle', 'prevent_destroy'))
  if (lifecycle.state === 'unresolved' || knownValue(lifecycle) === 'true') return []
  const [key, value] =
    ownSwitch === undefined ? ['prevent_destroy', fixed(lifecycle)] : [ownSwitch, text(down(body, ownSwitch))]
  return [{ key, of: 'cluster', value, keeps: 'true' }]
}
