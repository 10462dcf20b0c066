import { opennessOf } from '../../assess/exposure.ts'
import { knownValue } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
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
  visits: ['cluster', 'connect-cluster'],
  // Where both stand at one word, encryption comes first.
  yieldsTo: ['KR501'],
  check(entity, { report }) {
    if (entity.kind === 'connect-cluster') {
      const { authentication } = entity.kafka
      if (
        !authentication ||
        authentication.state === 'unresolved' ||
        (authentication.state === 'known' && authentication.value !== 'none')
      )
        return
      const { slot } = authentication
      report('worker', {
        at: authentication.state === 'absent' ? authentication.near : authentication.at,
        data: { name: knownValue(entity.name) ?? '?', expected: 'IAM' },
        ...(authentication.state === 'absent' ? { absent: true, because: [say('because.noAuthentication')] } : {}),
        fixes: slot
          ? [
              {
                title: say('fix.authenticateIam'),
                edits: [{ op: 'set', slot, value: 'IAM' }],
              },
            ]
          : [],
      })
      return
    }
    const cluster = entity
    for (const listener of cluster.listeners) {
      const { authentication, encrypted } = listener
      const open = opennessOf(listener)
      if (!open.anonymous || open.reach === 'loopback') continue
      const expected = knownValue(encrypted) === true ? 'tls' : 'scram-sha-512'
      const name = knownValue(listener.name) ?? '?'
      const slot = authentication.state === 'absent' ? authentication.slot : undefined
      report('anybody', {
        at: authentication.state === 'absent' ? authentication.near : authentication.at,
        data: { listener: name, cluster: knownValue(cluster.name) ?? '?', expected },
        level: open.reach === 'outside' || authentication.state === 'known' ? 'warning' : 'information',
        because: [say(open.reach === 'outside' ? 'because.reachableOutside' : 'because.reachableInside')],
        ...(authentication.state === 'absent' ? { absent: true } : {}),
        fixes: slot
          ? [
              {
                title: say('fix.authenticateListener', { listener: name, mechanism: expected }),
                edits: [{ op: 'set', slot, value: expected }],
              },
            ]
          : [],
      })
    }
  },
})
