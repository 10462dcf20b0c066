import type { Access, ConsumerGroup, Denial } from '../model/entities.ts'
import { mapFact, knownValue, type Fact } from '../model/fact.ts'
import { aivenOperations } from '../formats/aiven.ts'
import { accessTo, resourceType } from '../formats/access-list.ts'
import { down } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import { readStatement, readStatements } from '../formats/iam-policy.ts'
import { titleFor } from '../formats/title.ts'
import { text } from '../formats/values.ts'
import { tableOf } from '../text/table.ts'
import { blocks } from './instances.ts'
import { named, type Resource } from './resource.ts'
import { jsonAt } from './settings.ts'

/** Reads an entry of an access list: `kafka_acl`, `confluent_kafka_acl`, `aiven_kafka_native_acl`. */
export function readAcl(resource: Resource): (Access | ConsumerGroup | Denial)[] {
  const { body } = resource
  const first = (...keys: readonly string[]): Fact<string> =>
    text(keys.map(key => down(body, key)).find(({ tree, unseen }) => tree || unseen) ?? down(body, keys[0] ?? ''))
  const type = resourceType(knownValue(text(down(body, 'resource_type'))))
  if (!type) return []
  const pattern = knownValue(first('resource_pattern_type_filter', 'resource_pattern_type', 'pattern_type'))
  const principal = first('acl_principal', 'principal')
  const operation = first('acl_operation', 'operation')
  return accessTo(named(resource, 'resource_name'), {
    type,
    prefix: /^prefixed$/i.test(pattern ?? ''),
    operations: mapFact(operation, one => [one]),
    principal,
    ...listedFor(body),
    owner: knownValue(principal) ?? resource.labelled,
    denies: /^deny$/i.test(knownValue(first('acl_permission_type', 'permission', 'permission_type')) ?? ''),
  })
}

/** Reads an `aiven_kafka_acl`: one permission on topics whose names fit. */
export function readAivenAcl(resource: Resource): (Access | ConsumerGroup | Denial)[] {
  const { body } = resource
  const username = text(down(body, 'username'))
  return accessTo(named(resource, 'topic'), {
    type: 'topic',
    prefix: false,
    operations: aivenOperations(text(down(body, 'permission'))),
    principal: mapFact(username, name => `User:${name}`),
    ...listedFor(body),
    owner: knownValue(username) ?? resource.labelled,
  })
}

/** Roles of Confluent Cloud that let somebody do everything with a cluster. */
const administers: ReadonlySet<string> = new Set(['CloudClusterAdmin', 'EnvironmentAdmin', 'OrganizationAdmin'])

/** What the roles of Confluent Cloud for topics and groups let somebody do. */
const roles = tableOf<readonly string[]>({
  DeveloperRead: ['Read'],
  DeveloperWrite: ['Write'],
  DeveloperManage: ['Create', 'Delete', 'Alter'],
  ResourceOwner: ['All'],
})

/** Reads a `confluent_role_binding`, whose name of a resource ends with its kind and name: `…/kafka=lkc-1/topic=orders*`. */
export function readRoleBinding(resource: Resource): (Access | ConsumerGroup | Denial)[] {
  const { body } = resource
  const pattern = text(down(body, 'crn_pattern'))
  const role = text(down(body, 'role_name'))
  const account = text(down(body, 'principal'))
  if (role.state === 'known' && administers.has(role.value))
    return accessTo(
      { ...named(resource, 'role_name'), name: { state: 'known', value: '*', at: role.at } },
      {
        type: 'any',
        prefix: false,
        operations: { state: 'known', value: ['Administer'], at: role.at },
        principal: account,
        owner: knownValue(account) ?? resource.labelled,
      },
    )
  const operations = roles.get(knownValue(text(down(body, 'role_name'))) ?? '')
  if (!operations || pattern.state === 'absent') return []
  // What stands before the kind is another resource's id, which nobody knows yet.
  const written = pattern.state === 'known' ? pattern.value : pattern.text
  const [, kind, name = ''] = /\/(topic|group|transactional-id)=([^/${}"]*)"?$/.exec(written) ?? []
  const type = resourceType(kind)
  if (!type || name === '') return []
  const prefix = name.length > 1 && name.endsWith('*')
  const principal = text(down(body, 'principal'))
  return accessTo(
    {
      ...named(resource, 'crn_pattern'),
      name: { state: 'known', value: prefix ? name.slice(0, -1) : name, at: pattern.at },
    },
    {
      type,
      prefix,
      operations: { state: 'known', value: operations, at: pattern.at },
      principal,
      owner: knownValue(principal) ?? resource.labelled,
    },
  )
}

/** The cluster that an entry is of, where it names it: by a reference, or by its name. */
function listedFor(body: Cursor): { readonly cluster?: Fact<string> } {
  const service = down(body, 'service_name')
  const { refersTo } = service.origin
  const cluster = refersTo ? text(down(refersTo.body, 'service_name')) : text(service)
  return cluster.state === 'absent' ? {} : { cluster }
}

/** Reads what a policy of IAM says of groups, topics and transactional ids of MSK: as JSON, or as a document of blocks. */
export function readPolicy(resource: Resource): (Access | ConsumerGroup | Denial)[] {
  const { body } = resource
  const holder = { ...resource, labelled: titleOf(resource) }
  if (resource.type === 'aws_iam_policy_document')
    return blocks(body, 'statement').flatMap(statement =>
      readStatement(holder, statement, ['effect', 'actions', 'resources']),
    )
  return jsonAt(down(body, 'policy')).flatMap(policy => readStatements(holder, policy))
}

/** What people call a policy: by its label, where that says something; else by its name, as far as it is written, or its module. */
function titleOf({ body, labelled }: Resource): string {
  const title = titleFor(labelled, body.document)
  const name = knownValue(text(down(body, 'name')))
  return title === labelled ? labelled : (name ?? title)
}
