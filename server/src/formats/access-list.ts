import type { Access, ConsumerGroup, Denial } from '../model/entities.ts'
import { knownValue, mapFact, type Fact } from '../model/fact.ts'
import { plainOf, type Value } from '../syntax/write.ts'
import { tableOf } from '../text/table.ts'
import { down, items } from './cursor.ts'
import { extentOf, isWritable, slotOf, type Cursor } from './position.ts'
import { text, texts } from './values.ts'

/** Kinds of resources in access lists, by all their spellings without punctuation, in lower case. */
const types = tableOf<string>({
  group: 'group',
  topic: 'topic',
  cluster: 'cluster',
  transactionalid: 'transactionalId',
})

/** The kind of resource that a word names, whatever its spelling; undefined for any other word. */
export const resourceType = (word: string | undefined): string | undefined =>
  types.get((word ?? '').toLowerCase().replace(/[^a-z]/g, ''))

/** One entry of an access list, as far as all formats have it. */
export interface Entry {
  /** Of the words of `resourceType`. */
  readonly type: string
  readonly prefix: boolean
  readonly operations: Access['operations']
  readonly principal: Fact<string>
  readonly cluster?: Fact<string>
  /** Who is named as the owner of a group. */
  readonly owner: string
  /** Set where it takes the right away. */
  readonly denies?: boolean
  readonly granted?: ConsumerGroup['granted']
}

/** An entry of an access list, and the group or transactional id that it names. */
export function accessTo(
  common: Pick<Access, 'name' | 'file' | 'extent' | 'namespace'>,
  { type, prefix, operations, principal, cluster, owner, denies, granted }: Entry,
): (Access | ConsumerGroup | Denial)[] {
  const entry = { ...common, ...(cluster ? { cluster } : {}), resource: type, prefix, operations, principal }
  if (denies) return [{ kind: 'denial', ...entry }]
  const access: Access = { kind: 'access', ...entry }
  if (type !== 'group' && type !== 'transactionalId') return [access]
  const named = {
    ...(granted ? { granted } : {}),
    ...(onlyDescribes(operations) ? { described: true as const } : {}),
    owner,
  }
  return [access, { kind: 'group', ...common, role: roleIn(type, prefix), ...named }]
}

/** Whether all that is granted is to look at a group: to see its members and how far they have read. */
const onlyDescribes = (operations: Access['operations']): boolean =>
  operations.state === 'known' &&
  operations.value.length > 0 &&
  operations.value.every(operation => /^describe(?:group|configs)?$/i.test(operation))

function roleIn(type: 'group' | 'transactionalId', prefix: boolean): ConsumerGroup['role'] {
  if (type === 'transactionalId') return 'transactional-id'
  return prefix ? 'access-prefix' : 'access'
}

/** Reads the `acls` of a user's resource, as Strimzi and Redpanda have them: a resource with type, name and pattern, and operations. */
export const readAcls = (
  acls: Cursor,
  user: Pick<Access, 'name' | 'file' | 'namespace'>,
  cluster: Fact<string>,
): (Access | ConsumerGroup | Denial)[] =>
  items(acls).flatMap(acl => {
    const type = resourceType(knownValue(text(down(acl, 'resource', 'type'))))
    if (type === undefined) return []
    // One operation until v1beta2, a list since.
    const several = texts(down(acl, 'operations'))
    const { name: of, file, namespace } = user
    return accessTo(
      {
        name: text(down(acl, 'resource', 'name')),
        file,
        extent: extentOf(acl),
        ...(namespace === undefined ? {} : { namespace }),
      },
      {
        type,
        prefix: /^prefix(?:ed)?$/i.test(knownValue(text(down(acl, 'resource', 'patternType'))) ?? ''),
        operations: several.state === 'absent' ? mapFact(text(down(acl, 'operation')), one => [one]) : several,
        principal: mapFact(of, name => `User:${name}`),
        cluster,
        owner: of.state === 'known' ? `user ${of.value}` : 'a user',
        denies: /^deny$/i.test(knownValue(text(down(acl, 'type'))) ?? ''),
        ...grantedIn(acls, acl),
      },
    )
  })

/** The list that an entry stands in, and the same entry for another name. */
function grantedIn(list: Cursor, acl: Cursor): Pick<Entry, 'granted'> {
  const [entry, resource] = [plainOf(acl.tree), plainOf(down(acl, 'resource').tree)]
  if (!isWritable(list) || !isMap(entry) || !isMap(resource)) return {}
  return { granted: { list: slotOf(list), entry: name => ({ ...entry, resource: { ...resource, name } }) } }
}

const isMap = (value: Value | undefined): value is Readonly<Record<string, Value>> =>
  typeof value === 'object' && !Array.isArray(value)
