import { called } from '../../assess/called.ts'
import type { Db } from '../../assess/db.ts'
import { entranceOf, opennessOf, unsignedTokens } from '../../assess/exposure.ts'
import { folds, foldsByNames } from '../../assess/stage.ts'
import type { Client, Cluster, ConnectCluster, Door, Entrance, Listener } from '../../model/entities.ts'
import { knownValue, placeOf } from '../../model/fact.ts'
import { fixBySetting } from '../../model/semantic-edit.ts'
import { say } from '../../words/message.ts'
import { alikeInFile } from '../alike.ts'
import { defineRule, type RuleContext } from '../rule.ts'
import page from './unauthenticated-clients.md'

/** Listeners that let in whoever reaches them. */
export const unauthenticatedClients = defineRule({
  code: 'KR503',
  name: 'unauthenticated-clients',
  family: 'access',
  level: 'warning',
  law: ['gdpr-32'],
  page,
  mends: true,
  ofProduction: true,
  // Listeners of one cluster are opened and closed together; those that others reach are a matter of their own.
  alike: alikeInFile(['KR503.anybody'], ['cluster', 'expected']),
  visits: ['cluster', 'connect-cluster', 'client'],
  // Where both stand at one word, encryption comes first.
  yieldsTo: ['KR501'],
  check(entity, context) {
    for (const door of entity.doors ?? []) checkDoor(door, entity, context)
    if (entity.kind === 'connect-cluster') checkWorker(entity, context)
    else if (entity.kind === 'cluster')
      for (const listener of entity.listeners) checkListener(listener, entity, context)
  },
})

/** The message about each way in beside the listeners. Cruise Control is behind a network policy of the operator. */
const doors = { jmx: 'management', 'cruise-control': 'cruiseControl', 'any-origin': 'anyOrigin' } as const

/** What Kubernetes calls what leads to a program. */
const kinds = { loadbalancer: 'Service', nodeport: 'Service', ingress: 'Ingress', route: 'Route' } as const

function checkDoor(door: Door, entity: Cluster | ConnectCluster | Client, context: RuleContext<'KR503'>): void {
  const { what, at } = door
  if (what === 'brokers') return
  if (what === 'console' || what === 'rest' || what === 'bridge') {
    checkWay(door, what, entity, context)
    return
  }
  const level = what === 'cruise-control' ? 'hint' : 'information'
  context.report(doors[what], { at, data: { name: called(entity.name) }, level })
}

/** A console or an interface, by what leads to it. */
function checkWay(
  door: Door,
  what: 'console' | 'rest' | 'bridge',
  entity: Cluster | ConnectCluster | Client,
  { db, report }: RuleContext<'KR503'>,
): void {
  const { at, by, policy, published } = door
  const name = called(entity.name)
  if (published !== undefined) {
    const id = what === 'rest' ? 'restPublished' : 'consolePublished'
    const level = folds(db, entity) ? 'hint' : 'information'
    report(id, { at, data: { name, port: published }, level, certainty: 'derived' })
    return
  }
  const entrance = by === undefined && entity.kind !== 'cluster' ? entranceOf(db, door, entity) : undefined
  const how = by ?? entrance?.how
  if (how === undefined) return
  report(what, {
    at,
    data: { name, entrance: [kinds[how], entrance ? nameOf(entrance) : []].flat().join(' ') },
    level: levelBehind(how, policy === true || isMildBehind(db, how, door, entity)),
    certainty: 'derived',
    ...(policy ? { because: [say('because.policy')] } : {}),
    ...(policy || how === 'nodeport' ? {} : { outside: true }),
  })
}

/** What an entrance is called; nothing where it has no name. */
const nameOf = ({ name }: Entrance): string | [] => {
  const written = called(name)
  return typeof written === 'string' ? written : []
}

/** Whether nobody outside a stack of development is let in by a way in: a port of a node is such a stack's own, what has an address of its own is there for others. */
const isMildBehind = (
  db: Db,
  how: keyof typeof kinds,
  { by }: Door,
  entity: Cluster | ConnectCluster | Client,
): boolean => (how === 'nodeport' && folds(db, entity)) || (by !== undefined && foldsByNames(db, entity))

/** Ports of nodes are as a rule behind a firewall. */
function levelBehind(how: keyof typeof kinds, isMild: boolean): 'warning' | 'information' | 'hint' {
  if (how === 'nodeport') return isMild ? 'hint' : 'information'
  return isMild ? 'information' : 'warning'
}

function checkWorker({ name, kafka: { authentication } }: ConnectCluster, { report }: RuleContext<'KR503'>): void {
  if (!authentication || authentication.state === 'unresolved') return
  if (authentication.state === 'known' && authentication.value !== 'none') return
  report('worker', {
    at: placeOf(authentication),
    data: { name: called(name), expected: 'IAM' },
    ...(authentication.state === 'absent' ? { absent: true, because: [say('because.noAuthentication')] } : {}),
    fixes: fixBySetting(authentication.slot, 'IAM', say('fix.authenticateIam')),
  })
}

function checkListener(listener: Listener, cluster: Cluster, { report }: RuleContext<'KR503'>): void {
  const { authentication, encrypted } = listener
  const { anonymous, reach } = opennessOf(listener)
  const unsigned = unsignedTokens(cluster, listener)
  if (unsigned && reach !== 'loopback')
    report('unsigned', {
      at: unsigned.at,
      data: { listener: called(listener.name), cluster: called(cluster.name) },
      certainty: 'derived',
    })
  if (!anonymous || reach === 'loopback') return
  const expected = knownValue(encrypted) === true ? 'tls' : 'scram-sha-512'
  const name = called(listener.name)
  const title = say('fix.authenticateListener', { listener: name, mechanism: expected })
  report('anybody', {
    at: placeOf(authentication),
    data: { listener: name, cluster: called(cluster.name), expected },
    ...(reach === 'outside' ? { outside: true } : {}),
    level: reach === 'outside' || authentication.state === 'known' ? 'warning' : 'information',
    because: [say(reach === 'outside' ? 'because.reachableOutside' : 'because.reachableInside')],
    ...(authentication.state === 'absent'
      ? { absent: true, fixes: fixBySetting(authentication.slot, expected, title) }
      : {}),
  })
}
