import type { Access, ConsumerGroup, Denial } from '../../model/entities.ts'
import { readAcls } from '../access-list.ts'
import { down } from '../cursor.ts'
import { named, type Resource } from './resource.ts'

/** Reads what a `KafkaUser` may do, and the groups and transactional ids among it. */
export const readUser = (resource: Resource): (Access | ConsumerGroup | Denial)[] =>
  readAcls(down(resource.root, 'spec', 'authorization', 'acls'), named(resource), resource.cluster)
