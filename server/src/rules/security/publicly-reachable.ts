import { called } from '../../assess/called.ts'
import type { Db } from '../../assess/db.ts'
import { hasPublicAddress, opennessOf, serviceBefore } from '../../assess/exposure.ts'
import { folds, foldsByNames } from '../../assess/stage.ts'
import type { Cluster, Entrance, Listener } from '../../model/entities.ts'
import { placeOf, knownValue } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './publicly-reachable.md'

/** Listeners whose rules of access keep nobody out. */
export const publiclyReachable = defineRule({
  code: 'KR504',
  name: 'publicly-reachable',
  family: 'access',
  level: 'warning',
  law: ['gdpr-32'],
  page,
  mends: 'choice',
  visits: ['cluster'],
  check(cluster, { db, report }) {
    const service = serviceBefore(db, cluster)
    if (service)
      report('service', {
        at: {
          ...placeOf(service.name),
          ...(service.file === cluster.file ? {} : { usedBy: placeOf(cluster.name) }),
        },
        data: { cluster: called(cluster.name), service: called(service.name) },
        level: levelOf(service, db, cluster),
        certainty: 'derived',
        outside: true,
      })
    for (const listener of cluster.listeners) {
      const { everywhere, anonymous } = opennessOf(listener)
      if (!everywhere || !listener.allowed) continue
      const what = { at: placeOf(listener.allowed), data: named(listener, cluster) }
      if (knownValue(listener.type) === 'security-group') report('rule', { ...what, ...behindRule(cluster) })
      else report(...ofListener(listener, anonymous, what))
    }
  },
})

/** Ports of nodes are as a rule behind a firewall. */
const levelOf = ({ how }: Entrance, db: Db, cluster: Cluster): 'warning' | 'information' | 'hint' => {
  if (how === 'nodeport') return folds(db, cluster) ? 'hint' : 'information'
  return foldsByNames(db, cluster) ? 'hint' : 'warning'
}

const named = (listener: Listener, cluster: Cluster) => ({
  listener: called(listener.name),
  cluster: called(cluster.name),
})

/** What lies behind a rule of the network: without an address of the internet it lets nobody in from there. */
const behindRule = (cluster: Cluster) =>
  hasPublicAddress(cluster)
    ? ({ level: 'warning', because: [say('because.publicAddress')] } as const)
    : ({ level: 'information', because: [say('because.noPublicAddress')] } as const)

function ofListener<W>({ type, allowed }: Listener, anonymous: boolean, what: W) {
  const entry = entries.get(knownValue(type) ?? '') ?? (anonymous ? 'anonymous' : 'open')
  return [
    entry,
    {
      ...what,
      level: entry === 'anonymous' ? 'error' : 'warning',
      because: [say('because.listenerType', { type: called(type) })],
      ...(allowed?.state === 'absent' ? ({ absent: true } as const) : {}),
    },
  ] as const
}

/** Types of listeners at which something else than their own list of addresses decides who gets there. */
const entries: ReadonlyMap<string, 'nodes' | 'public'> = new Map([
  ['nodeport', 'nodes'],
  ['public', 'public'],
])
