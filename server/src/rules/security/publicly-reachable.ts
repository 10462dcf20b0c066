import { opennessOf } from '../../assess/exposure.ts'
import { placeOf, knownValue } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './publicly-reachable.md'

/** Listeners that every address of the internet may try. */
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
      const { allowed, type } = listener
      if (!everywhere || !allowed) continue
      const balanced = knownValue(type) !== 'nodeport'
      report(balanced && anonymous ? 'anonymous' : 'open', {
        at: placeOf(allowed),
        data: { listener: knownValue(listener.name) ?? '?', cluster: knownValue(cluster.name) ?? '?' },
        level: balanced && anonymous ? 'error' : 'warning',
        because: [say('because.listenerType', { type: knownValue(type) ?? '?' })],
        ...(allowed.state === 'absent' ? { absent: true } : {}),
      })
    }
  },
})
