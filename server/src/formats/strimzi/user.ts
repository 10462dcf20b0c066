import type { Access, ConsumerGroup } from '../../model/entities.ts'
import { mapFact, knownValue } from '../../model/fact.ts'
import { down, items } from '../cursor.ts'
import { extentOf } from '../position.ts'
import { text, texts } from '../values.ts'
import { named, type Resource } from './resource.ts'

/** Reads what a `KafkaUser` may do, and the groups and transactional ids among it. */
export function readUser(resource: Resource): (Access | ConsumerGroup)[] {
  return items(down(resource.root, 'spec', 'authorization', 'acls')).flatMap((acl): (Access | ConsumerGroup)[] => {
    const type = knownValue(text(down(acl, 'resource', 'type')))
    if (type === undefined || knownValue(text(down(acl, 'type'))) === 'deny') return []
    const prefix = knownValue(text(down(acl, 'resource', 'patternType'))) === 'prefix'
    const common = { ...named(resource), name: text(down(acl, 'resource', 'name')), extent: extentOf(acl) }
    // One operation until v1beta2, a list since.
    const several = texts(down(acl, 'operations'))
    const operations = several.state === 'absent' ? mapFact(text(down(acl, 'operation')), one => [one]) : several
    const access: Access = {
      kind: 'access',
      ...common,
      cluster: resource.cluster,
      resource: type,
      prefix,
      operations,
      principal: mapFact(resource.name, name => `User:${name}`),
    }
    if (type !== 'group' && type !== 'transactionalId') return [access]
    const onGroups = prefix ? 'access-prefix' : 'access'
    const role = type === 'transactionalId' ? 'transactional-id' : onGroups
    return [
      access,
      {
        kind: 'group',
        ...common,
        role,
        owner: resource.name.state === 'known' ? `user ${resource.name.value}` : 'a user',
      },
    ]
  })
}
