import { say } from '../words/message.ts'
import type { ConnectorItem, Inventory, RightItem } from './items.ts'
import type { Questions } from './questions.ts'
import { kubernetesName, openNames, resource, type Resource, type Value } from './resource.ts'

/** A user there, and who it was here. */
export interface User {
  readonly name: string
  readonly was: string
  readonly authentication: 'tls' | 'scram-sha-512'
  /** Whether it was a policy of IAM: programs then prove themselves in another way. */
  readonly policy: boolean
}

/** Names of the users that the move itself, Connect and the registry have. */
export const ownUsers = (cluster: string): Readonly<Record<'mirror' | 'connect' | 'registry', string>> => ({
  mirror: `${cluster}-mirror`,
  connect: `${cluster}-connect`,
  registry: `${cluster}-registry`,
})

const certificate = /^User:(?:.*,)?\s*CN=([^,]+)/i
/** The brokers of the service have rights of their own. */
const ofBrokers = /^User:CN=\*|\.amazonaws\.com/

/** The users with the rights that they have here, and who they were. */
export function userResources(
  { rights }: Inventory,
  cluster: string,
  questions: Questions,
): { readonly resources: Resource[]; readonly users: User[]; readonly brokers: readonly RightItem[] } {
  const nameFor = openNames()
  for (const own of Object.values(ownUsers(cluster))) nameFor(own)
  const brokers = rights.filter(({ principal }) => ofBrokers.test(principal))
  const byPrincipal = new Map<string, RightItem[]>()
  for (const right of rights) {
    if (brokers.includes(right) || isAsked(right, questions)) continue
    byPrincipal.set(right.principal, [...(byPrincipal.get(right.principal) ?? []), right])
  }
  const users = [...byPrincipal.keys()].map((was): User => {
    const subject = certificate.exec(was)?.[1]
    return {
      name: nameFor(subject ?? was.replace(/^[A-Za-z]+:/, '')),
      was,
      authentication: subject === undefined ? 'scram-sha-512' : 'tls',
      policy: !was.includes(':'),
    }
  })
  const resources = users.map(({ name, was, authentication }) =>
    resource('KafkaUser', name, cluster, {
      authentication: { type: authentication },
      authorization: { type: 'simple', acls: aclsOf(byPrincipal.get(was) ?? []) },
    }),
  )
  return { resources, users, brokers }
}

/** Asks about a right that no user can be given; whether it did. */
function isAsked({ principal, type, resource: of, operation, unknown, at }: RightItem, questions: Questions): boolean {
  if (unknown !== undefined || operation === undefined) {
    questions.decide(say('ask.right', { principal, type, resource: of, action: unknown ?? '' }), at)
    return true
  }
  if (principal === 'User:*' || !/^(?:User:|[^:]+$)/.test(principal)) {
    questions.decide(say('ask.everybody', { type, resource: of, operation }), at)
    return true
  }
  return false
}

const types = ['topic', 'group', 'cluster', 'transactionalId'] as const

/** Entries of an access list: the operations on one resource stand in one. */
function aclsOf(rights: readonly RightItem[]): Value[] {
  const entries = new Map<string, { readonly acl: Resource; readonly operations: Set<string> }>()
  const each = rights.flatMap(right => (right.type === 'any' ? types : [right.type]).map(type => ({ ...right, type })))
  for (const { type, resource: name, prefix, host, denies, operation = '' } of each) {
    const acl = {
      ...(denies ? { type: 'deny' } : {}),
      resource: type === 'cluster' ? { type } : { type, name, patternType: prefix ? 'prefix' : 'literal' },
      ...(host === '*' ? {} : { host }),
    }
    const key = JSON.stringify(acl)
    const entry = entries.get(key) ?? { acl, operations: new Set() }
    entries.set(key, entry)
    entry.operations.add(operation)
  }
  return [...entries.values()].map(({ acl: entry, operations }) => ({ ...entry, operations: [...operations] }))
}

const acl = (
  type: (typeof types)[number],
  name: string,
  operations: readonly string[],
  patternType = 'literal',
): Value => ({
  resource: type === 'cluster' ? { type } : { type, name, patternType },
  operations,
})

const user = (name: string, cluster: string, acls: readonly Value[]): Resource =>
  resource('KafkaUser', name, cluster, { authentication: { type: 'tls' }, authorization: { type: 'simple', acls } })

/** What MirrorMaker may: it writes topics and offsets, for as long as the move goes on. */
export const mirrorUser = (cluster: string): Resource =>
  user(ownUsers(cluster).mirror, cluster, [
    acl('topic', '*', ['Read', 'Write', 'Create', 'Describe', 'DescribeConfigs', 'Alter', 'AlterConfigs']),
    acl('group', '*', ['Read', 'Describe']),
    acl('cluster', '', ['Describe', 'DescribeConfigs', 'Create']),
  ])

/** What the workers of Connect may: their own topics and group, and what their connectors read and write. */
export function connectUser(
  cluster: string,
  connectors: readonly ConnectorItem[],
  groups: readonly string[],
): Resource {
  const own = ownUsers(cluster).connect
  const reads = [...new Set(connectors.flatMap(one => one.reads))]
  const writes = [...new Set(connectors.flatMap(one => one.writes))]
  const below = [...new Set(connectors.flatMap(one => one.writesBelow))]
  return user(own, cluster, [
    acl('topic', own, ['Read', 'Write', 'Create', 'Describe', 'DescribeConfigs'], 'prefix'),
    ...reads.map(name => acl('topic', name, ['Read', 'Describe'])),
    ...writes.map(name => acl('topic', name, ['Write', 'Create', 'Describe', 'DescribeConfigs'])),
    ...below.map(name => acl('topic', name, ['Write', 'Create', 'Describe', 'DescribeConfigs'], 'prefix')),
    acl('group', own, ['Read', 'Describe']),
    ...groups.map(name => acl('group', name, ['Read', 'Describe'])),
  ])
}

/** What the registry may: its journal, and the groups that it makes for itself. */
export const registryUser = (cluster: string): Resource =>
  user(ownUsers(cluster).registry, cluster, [
    ...['kafkasql-journal', 'kafkasql-snapshots', 'registry-events'].map(name =>
      acl('topic', name, ['Read', 'Write', 'Create', 'Describe', 'DescribeConfigs']),
    ),
    acl('group', 'apicurio-', ['Read', 'Describe'], 'prefix'),
  ])

/** The name under which a connector's secrets are kept. */
export const secretOf = (connector: string): string => `${kubernetesName(connector)}-credentials`
