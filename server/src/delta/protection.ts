import type { Access, Cluster, Listener, Peer } from '../model/entities.ts'
import { knownValue, placeOf, type Fact, type Place } from '../model/fact.ts'
import { say, type Message } from '../words/message.ts'
import type { Change } from './change.ts'
import { nameOf, pairsOf, type Pair, type Side } from './pairs.ts'

/** Where access has become wider, and where encryption or authentication is gone. */
export const protectionChanges = (before: Side, after: Side): Change[] => [
  ...pairsOf('access', before, after).flatMap(widened),
  ...pairsOf('cluster', before, after).flatMap(ofCluster),
  ...(['client', 'connect-cluster'] as const).flatMap(kind =>
    pairsOf(kind, before, after).flatMap(({ before: was, after: is }) =>
      was && is ? ofPeer(was.kafka, is.kafka, say('delta.named', { kind, name: nameOf(is) })) : [],
    ),
  ),
  ...pairsOf('flow', before, after).flatMap(({ before: was, after: is }) => {
    if (!was || !is) return []
    const who = say('delta.named', { kind: 'flow', name: nameOf(is) })
    return [...ofPeer(was.source, is.source, who), ...ofPeer(was.target, is.target, who)]
  }),
]

function widened({ before, after }: Pair<Access>): Change[] {
  if (!after || after.operations.state === 'unresolved' || after.principal.state === 'unresolved') return []
  const old = before ? operationsOf(before) : []
  const come = operationsOf(after).filter(operation => !old.includes(operation))
  if (come.length === 0 || old.includes('all')) return []
  const everything = nameOf(after) === '*' || (after.prefix && nameOf(after) === '')
  const everybody = knownValue(after.principal) === 'User:*'
  return [
    {
      kind: 'access',
      level: everything || everybody || come.includes('all') ? 'warning' : 'information',
      message: say('delta.accessNew', {
        principal: knownValue(after.principal) ?? say('delta.somebody'),
        operations: come,
        resource: after.resource,
        name: nameOf(after),
        prefix: after.prefix,
      }),
      because: [],
      ...(before ? { before: placeOf(before.operations) } : {}),
      after: placeOf(after.operations),
    },
  ]
}

const operationsOf = ({ operations }: Access): string[] =>
  (knownValue(operations) ?? []).map(operation => operation.toLowerCase())

function ofCluster({ before, after }: Pair<Cluster>): Change[] {
  if (!before || !after) return []
  const cluster = nameOf(after)
  const changes: Change[] = []
  if (isLost(before.authorization, after.authorization))
    changes.push(lost('access', say('delta.authorizationGone', { cluster }), before.authorization, after.authorization))
  if (before.encryptionKey && after.encryptionKey && isLost(before.encryptionKey, after.encryptionKey))
    changes.push(lost('encryption', say('delta.keyGone', { cluster }), before.encryptionKey, after.encryptionKey))
  for (const is of after.listeners) {
    const was = before.listeners.find(({ name }) => knownValue(name) === knownValue(is.name))
    if (was) changes.push(...ofListener(was, is, cluster))
  }
  return changes
}

function ofListener(was: Listener, is: Listener, cluster: string): Change[] {
  const said = { cluster, listener: knownValue(is.name) ?? '' }
  return [
    ...(isOpened(was.encrypted, is.encrypted)
      ? [lost('encryption', say('delta.listenerOpen', said), was.encrypted, is.encrypted)]
      : []),
    ...(isLost(was.authentication, is.authentication)
      ? [lost('authentication', say('delta.authenticationGone', said), was.authentication, is.authentication)]
      : []),
    ...(is.type.state === 'known' && was.type.state === 'known' && isWider(was.type.value, is.type.value)
      ? [
          lost(
            'access',
            say('delta.listenerWider', { ...said, before: was.type.value, after: is.type.value }),
            was.type,
            is.type,
          ),
        ]
      : []),
    ...(was.allowed?.state === 'known' && is.allowed?.state === 'absent'
      ? [lost('access', say('delta.everybodyLetIn', said), was.allowed, is.allowed)]
      : []),
  ]
}

/** Types of listeners, from those that fewest can reach on. */
const reach = [
  'loopback',
  'internal',
  'cluster-ip',
  'security-group',
  'nodeport',
  'ingress',
  'route',
  'loadbalancer',
  'public',
]
const isWider = (was: string, is: string): boolean =>
  reach.includes(was) && reach.includes(is) && reach.indexOf(was) < 3 && reach.indexOf(is) > 3

function ofPeer(was: Peer, is: Peer, who: Message): Change[] {
  if (!isOpened(was.encrypted, is.encrypted) || is.ownWay) return []
  return [lost('encryption', say('delta.linkOpen', { who }), was.encrypted, is.encrypted)]
}

/** Whether something was encrypted, and is known to be no more: what a template decides is not known. */
const isOpened = (was: Fact<boolean>, is: Fact<boolean>): boolean =>
  knownValue(was) === true && (is.state === 'absent' || knownValue(is) === false)

const isLost = (was: Fact<string>, is: Fact<string>): boolean => was.state === 'known' && is.state === 'absent'

const lost = (
  kind: Change['kind'],
  message: Message,
  was: Fact<unknown>,
  is: Fact<unknown>,
): Change & { readonly before: Place; readonly after: Place } => ({
  kind,
  level: 'warning',
  message,
  because: [],
  before: placeOf(was),
  after: placeOf(is),
})
