import type { Access, ConsumerGroup, Denial, Quota } from '../../model/entities.ts'
import { readAcls } from '../access-list.ts'
import { down, entries } from '../cursor.ts'
import { named, type Resource } from './resource.ts'

/** Reads what a `KafkaUser` may do and what it may not exceed, and the groups and transactional ids among it. */
export const readUser = (resource: Resource): (Access | ConsumerGroup | Denial | Quota)[] => [
  ...readAcls(down(resource.root, 'spec', 'authorization', 'acls'), named(resource), resource.cluster),
  ...(entries(down(resource.root, 'spec', 'quotas')).length > 0
    ? [{ kind: 'quota' as const, ...named(resource), cluster: resource.cluster }]
    : []),
]
