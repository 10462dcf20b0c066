import data from '../knowledge/group-places.yaml'
import type { ConsumerGroup } from '../model/entities.ts'
import type { Settings } from '../model/settings.ts'

/** Whose settings they are. */
type Holder = 'client' | 'worker' | 'connector'

const { places } = data as { places: readonly { key: string; in: Holder; role: ConsumerGroup['role'] }[] }

/** The groups, and the ids that tell as much, that settings name. */
export const groupsIn = (settings: Settings, holder: Holder, of: Pick<ConsumerGroup, 'file' | 'extent' | 'namespace' | 'owner'>): ConsumerGroup[] => {
  const { file, extent, namespace, owner } = of
  const common = { kind: 'group', file, extent, owner, ...(namespace === undefined ? {} : { namespace }) } as const
  return settings.all.flatMap(({ key, value }) => places.filter(place => place.in === holder && place.key === key).map(({ role }): ConsumerGroup => ({ ...common, name: value, role })))
}
