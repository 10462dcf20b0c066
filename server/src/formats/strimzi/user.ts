import type { ConsumerGroup } from '../../model/entities.ts'
import { valueOf } from '../../model/fact.ts'
import { down, extentOf, items, text } from '../cursor.ts'
import { named, type Resource } from './resource.ts'

/** Reads the groups and transactional ids that a `KafkaUser` may use. */
export function readUser(resource: Resource): ConsumerGroup[] {
  return items(down(resource.root, 'spec', 'authorization', 'acls')).flatMap((acl): ConsumerGroup[] => {
    const type = valueOf(text(down(acl, 'resource', 'type')))
    if (type !== 'group' && type !== 'transactionalId') return []
    const prefix = valueOf(text(down(acl, 'resource', 'patternType'))) === 'prefix'
    const role = type === 'transactionalId' ? 'transactional-id' : prefix ? 'access-prefix' : 'access'
    return [{ kind: 'group', ...named(resource), name: text(down(acl, 'resource', 'name')), extent: extentOf(acl), role, owner: `user ${valueOf(resource.name) ?? '?'}` }]
  })
}
