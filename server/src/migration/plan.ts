import { isRunByConfluent } from '../assess/connector-kind.ts'
import { say } from '../words/message.ts'
import type { Db } from '../assess/db.ts'
import type { Uri } from '../text/uri.ts'
import { clusterResources } from './cluster.ts'
import { connectResources, type NamedConnector, type NeededSecret } from './connect.ts'
import type { Inventory, RightItem } from './items.ts'
import { backResources, forwardResources, isListable, sourceOf } from './mirrors.ts'
import type { Questions } from './questions.ts'
import { registryResource, schemaList } from './registry.ts'
import { kubernetesName, targetOf, type Resource, type Target, type Value } from './resource.ts'
import { topicResources, type Change } from './topics.ts'
import { connectUser, mirrorUser, registryUser, userResources, type User } from './users.ts'

/** A file of resources, in the order in which they are applied. */
export interface Sheet {
  readonly name: SheetName
  readonly resources: readonly Resource[]
}

/** The files of a move, in the order in which they are applied; the last one only on the way back. */
const sheetNames = [
  '1-cluster.yaml',
  '2-users.yaml',
  '3-topics.yaml',
  '4-mirror.yaml',
  '5-registry.yaml',
  '6-connect.yaml',
  '7-way-back.yaml',
] as const
/** One of them. */
export type SheetName = (typeof sheetNames)[number]

/** Everything that is generated, but for its text. */
export interface Plan {
  readonly inventory: Inventory
  readonly target: Target
  readonly sheets: readonly Sheet[]
  /** What the registration of schemas reads; left out where there is none. */
  readonly schemas: readonly Value[] | undefined
  readonly changes: readonly Change[]
  readonly users: readonly User[]
  /** Rights that the brokers of the service have for themselves. */
  readonly brokerRights: readonly RightItem[]
  readonly secrets: readonly NeededSecret[]
  readonly connectors: readonly NamedConnector[]
  /** The keys of the secret with which the move signs in to the old cluster. */
  readonly sourceKeys: readonly string[]
}

/** Asks for the offsets that no mirror copies under the name that is read with. */
function askForGroups({ groupsPrinted, groups, connectors }: Inventory, questions: Questions): void {
  if (!groupsPrinted) questions.decide(say('ask.groupsUnseen'))
  for (const { name: group, at } of groups)
    if (!isListable(group)) questions.decide(say('ask.groupUnlisted', { group }), at)
  for (const { name, connector, direction, at } of connectors)
    if (direction === 'sink' && isRunByConfluent(connector))
      questions.decide(say('ask.groupOfService', { connector: name }), at)
}

/** Plans the move of an inventory to a cluster of Strimzi. Whatever the files do not tell becomes a question. */
export function planOf(inventory: Inventory, db: Db, questions: Questions, show: (file: Uri) => string): Plan {
  const name = kubernetesName(inventory.name).slice(0, 40)
  const target = targetOf(name)
  questions.value('NAMESPACE', say('ask.namespace'))
  const { resources: topics, changes } = topicResources(inventory, name, questions)
  const { resources: users, users: moved, brokers } = userResources(inventory, name, questions)
  const scram = moved.some(({ authentication }) => authentication === 'scram-sha-512')
  const cluster = clusterResources(inventory, name, scram, db, questions)
  const mirrors = inventory.topics.length > 0
  const source = mirrors ? sourceOf(inventory, name, questions) : undefined
  askForGroups(inventory, questions)
  const connect = connectResources(inventory, target, questions)
  const schemas = inventory.schemas.length > 0 ? schemaList(inventory, questions, show) : undefined
  for (const { kind, name: of, at } of inventory.unclear)
    questions.decide(say('ask.unclear', { kind: say(`moved.${kind}`), name: of }), at)
  for (const { name: flow, at } of inventory.flows)
    questions.decide(say('ask.flow', { flow, cluster: inventory.name }), at)
  const sinkGroups = inventory.groups.map(one => one.name).filter(group => group.startsWith('connect-'))
  const sheets: readonly (readonly [SheetName, readonly Resource[]])[] = [
    ['1-cluster.yaml', cluster],
    [
      '2-users.yaml',
      [
        ...users,
        ...(source ? [mirrorUser(name)] : []),
        ...(schemas === undefined ? [] : [registryUser(name)]),
        ...(connect.resources.length > 0 ? [connectUser(name, inventory.connectors, sinkGroups)] : []),
      ],
    ],
    ['3-topics.yaml', topics],
    ['4-mirror.yaml', source ? forwardResources(inventory, target, source) : []],
    ['5-registry.yaml', schemas === undefined ? [] : [registryResource(target)]],
    ['6-connect.yaml', connect.resources],
    ['7-way-back.yaml', source ? backResources(inventory, target, source) : []],
  ]
  return {
    inventory,
    target,
    sheets: sheets.flatMap(([sheet, resources]) => (resources.length > 0 ? [{ name: sheet, resources }] : [])),
    schemas,
    changes,
    users: moved,
    brokerRights: brokers,
    secrets: connect.secrets,
    connectors: connect.connectors,
    sourceKeys: source?.keys ?? [],
  }
}
