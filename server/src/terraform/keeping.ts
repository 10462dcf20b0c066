import type { Cluster } from '../model/entities.ts'
import { knownValue } from '../model/fact.ts'
import { down } from '../formats/cursor.ts'
import { fixed, text } from '../formats/values.ts'
import type { Resource } from './resource.ts'

/** What keeps a cluster, with its records, from going with its declaration: a switch of its service that does, or the language of the declaration; nothing is told where that keeps it. */
export function keepersOf({ body, kept }: Resource, ownSwitch?: string): Pick<Cluster, 'keepers'> {
  if (!kept) return {}
  const { key, at, by } = kept()
  const value = text(at)
  if (knownValue(value)?.startsWith(by) || (value.state === 'unresolved' && ownSwitch !== undefined)) return {}
  const own = ownSwitch !== undefined && key === 'prevent_destroy'
  return {
    keepers: [
      own
        ? { key: ownSwitch, of: 'cluster', value: text(down(body, ownSwitch)), keeps: 'true' }
        : { key, of: 'cluster', value: fixed(value), keeps: by },
    ],
  }
}
