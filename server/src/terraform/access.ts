import type { Access, ConsumerGroup } from '../model/entities.ts'
import { mapFact, knownValue, type Fact } from '../model/fact.ts'
import { accessTo, resourceType } from '../formats/access-list.ts'
import { down, items } from '../formats/cursor.ts'
import type { Cursor } from '../formats/position.ts'
import { text } from '../formats/values.ts'
import { blocks } from './instances.ts'
import { known, named, type Resource } from './resource.ts'
import { jsonAt } from './settings.ts'

/** Reads an entry of an access list: `kafka_acl`, `confluent_kafka_acl`, `aiven_kafka_native_acl`. */
export function readAcl(resource: Resource): (Access | ConsumerGroup)[] {
  const { body } = resource
  const first = (...keys: readonly string[]): Fact<string> =>
    text(keys.map(key => down(body, key)).find(({ tree, unseen }) => tree || unseen) ?? down(body, keys[0] ?? ''))
  const type = resourceType(knownValue(text(down(body, 'resource_type'))))
  if (!type || /^deny$/i.test(knownValue(first('acl_permission_type', 'permission', 'permission_type')) ?? ''))
    return []
  const pattern = knownValue(first('resource_pattern_type_filter', 'resource_pattern_type', 'pattern_type'))
  const principal = first('acl_principal', 'principal')
  const operation = first('acl_operation', 'operation')
  return accessTo(named(resource, 'resource_name'), {
    type,
    prefix: /^prefixed$/i.test(pattern ?? ''),
    operations: mapFact(operation, one => [one]),
    principal,
    owner: knownValue(principal) ?? resource.labelled,
  })
}

/** Reads what a policy of IAM says of groups, topics and transactional ids of MSK: as JSON, or as a document of blocks. */
export function readPolicy(resource: Resource): (Access | ConsumerGroup)[] {
  const { body } = resource
  if (resource.type === 'aws_iam_policy_document')
    return blocks(body, 'statement').flatMap(statement =>
      readStatement(resource, statement, 'effect', 'actions', 'resources'),
    )
  return jsonAt(down(body, 'policy')).flatMap(policy =>
    listed(down(policy, 'Statement')).flatMap(statement =>
      readStatement(resource, statement, 'Effect', 'Action', 'Resource'),
    ),
  )
}

function listed(cursor: Cursor): Cursor[] {
  if (cursor.tree?.kind === 'list') return items(cursor)
  return cursor.tree ? [cursor] : []
}

function readStatement(
  resource: Resource,
  statement: Cursor,
  effect: string,
  action: string,
  resources: string,
): (Access | ConsumerGroup)[] {
  const actions = listed(down(statement, action)).map(text)
  const allowed = actions.flatMap(fact => knownValue(fact) ?? [])
  if (!allowed.some(name => name.startsWith('kafka-cluster:')) || knownValue(text(down(statement, effect))) === 'Deny')
    return []
  const [first] = actions
  const operations: Access['operations'] = first
    ? known(
        allowed.includes('kafka-cluster:*') ? ['All'] : allowed.map(name => name.replace('kafka-cluster:', '')),
        first,
      )
    : { state: 'absent', near: resource.label }
  return listed(down(statement, resources)).flatMap((at): (Access | ConsumerGroup)[] => {
    const arn = text(at)
    const [, type = '', path = ''] =
      /^arn:[^:]*:kafka:[^:]*:[^:]*:(group|topic|transactional-id)\/(.+)$/.exec(
        arn.state === 'known' ? arn.value : '',
      ) ?? []
    // The cluster, its id and the name; an asterisk earlier on stands for all of what follows.
    const [, , ...names] = path.split('/')
    const name = names.join('/') || /\*$/.exec(path)?.[0] || ''
    const target = resourceType(type)
    if (arn.state !== 'known' || name === '' || !target) return []
    const shown: Fact<string> = { state: 'known', value: name.length > 1 ? name.replace(/\*$/, '') : name, at: arn.at }
    return accessTo(
      { name: shown, file: resource.file, extent: resource.extent },
      {
        type: target,
        prefix: name.length > 1 && name.endsWith('*'),
        operations,
        principal: { state: 'known', value: resource.labelled, at: resource.label },
        owner: resource.labelled,
      },
    )
  })
}
