import { tableOf } from '../text/table.ts'

/** What somebody may, or may not, do with one resource. */
export interface Right {
  /** `User:svc-a41`, `User:CN=line-7,OU=Works`; for a policy of IAM, its name. */
  readonly principal: string
  /** `topic`, `group`, `cluster`, `transactionalId`; `any` for all there are. */
  readonly type: string
  readonly resource: string
  readonly prefix: boolean
  readonly host: string
  readonly denies: boolean
  /** As Strimzi spells it: `Read`, `DescribeConfigs`; left out where there is none. */
  readonly operation?: string
  /** What is meant and has no counterpart: an action of IAM, a pattern in the middle of a name. */
  readonly unknown?: string
}

/** All operations of Kafka's access lists, as Strimzi spells them, by their letters alone. */
const operations = tableOf(
  Object.fromEntries(
    [
      'Read',
      'Write',
      'Create',
      'Delete',
      'Alter',
      'Describe',
      'ClusterAction',
      'AlterConfigs',
      'DescribeConfigs',
      'IdempotentWrite',
      'All',
    ].map(name => [name.toLowerCase(), name]),
  ),
)

/** Actions of IAM for MSK: the type of resource that they are about, and what Kafka's own lists call it. Held row by row against docs.aws.amazon.com/msk/latest/developerguide/kafka-actions (2026-11-22), which names the operation of Kafka's lists beside each action. */
const actions: readonly (readonly [action: string, type: string, operation: string])[] = [
  ['DescribeCluster', 'cluster', 'Describe'],
  ['AlterCluster', 'cluster', 'Alter'],
  ['DescribeClusterDynamicConfiguration', 'cluster', 'DescribeConfigs'],
  ['AlterClusterDynamicConfiguration', 'cluster', 'AlterConfigs'],
  ['WriteDataIdempotently', 'cluster', 'IdempotentWrite'],
  ['CreateTopic', 'topic', 'Create'],
  ['DescribeTopic', 'topic', 'Describe'],
  ['AlterTopic', 'topic', 'Alter'],
  ['DeleteTopic', 'topic', 'Delete'],
  ['DescribeTopicDynamicConfiguration', 'topic', 'DescribeConfigs'],
  ['AlterTopicDynamicConfiguration', 'topic', 'AlterConfigs'],
  ['ReadData', 'topic', 'Read'],
  ['WriteData', 'topic', 'Write'],
  ['DescribeGroup', 'group', 'Describe'],
  ['AlterGroup', 'group', 'Read'],
  ['DeleteGroup', 'group', 'Delete'],
  ['DescribeTransactionalId', 'transactionalId', 'Describe'],
  ['AlterTransactionalId', 'transactionalId', 'Write'],
]

/** Rights of an access list, one for each operation. */
export function aclRights(right: Omit<Right, 'operation' | 'unknown'>, words: readonly string[] | undefined): Right[] {
  if (words === undefined || right.principal === '' || right.resource === '') return [{ ...right, unknown: '' }]
  return words.map(word => {
    const operation = operations.get(word.toLowerCase().replace(/[^a-z]/g, ''))
    return operation === undefined ? { ...right, unknown: word } : { ...right, operation }
  })
}

/** Rights of a policy of IAM, one for each operation that its actions amount to at the resource. To connect needs no right in Kafka. */
export function iamRights(right: Omit<Right, 'operation' | 'unknown'>, words: readonly string[] | undefined): Right[] {
  const { type, resource } = right
  if (words === undefined) return [{ ...right, unknown: '' }]
  // Kafka knows a name, or the beginning of one.
  if (type !== 'cluster' && resource !== '*' && /[*?]/.test(resource)) return [{ ...right, unknown: resource }]
  if (words.includes('All')) return [{ ...right, ...ofCluster(right), operation: 'All' }]
  const fitting = actions.filter(
    ([action, on]) => (type === 'any' || type === on) && words.some(word => fits(word, action)),
  )
  const found = [...new Set(fitting.map(([, , operation]) => operation))]
  return found.map(operation => ({ ...right, ...ofCluster(right), operation }))
}

/** Kafka's lists call every cluster the same. */
const ofCluster = ({ type }: { readonly type: string }): Partial<Right> =>
  type === 'cluster' ? { resource: 'kafka-cluster', prefix: false } : {}

/** Whether a word of a policy, with `*` for any letters, means an action. */
function fits(word: string, action: string): boolean {
  const parts = word.split('*')
  const [first = '', ...others] = parts
  if (parts.length === 1) return word === action
  if (!action.startsWith(first)) return false
  let at = first.length
  for (const part of others.slice(0, -1)) {
    const found = action.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  const last = others.at(-1) ?? ''
  return action.length - last.length >= at && action.endsWith(last)
}
