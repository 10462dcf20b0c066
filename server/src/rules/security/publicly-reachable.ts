import { called } from '../../assess/called.ts'
import { hasPublicAddress, opennessOf } from '../../assess/exposure.ts'
import type { Cluster, Listener } from '../../model/entities.ts'
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
  check(cluster, { report }) {
    for (const listener of cluster.listeners) {
      const { everywhere, anonymous } = opennessOf(listener)
      if (!everywhere || !listener.allowed) continue
      const what = { at: placeOf(listener.allowed), data: named(listener, cluster) }
      if (knownValue(listener.type) === 'security-group') report('rule', { ...what, ...behindRule(cluster) })
      else report(...ofListener(listener, anonymous, what))
    }
  },
})

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
