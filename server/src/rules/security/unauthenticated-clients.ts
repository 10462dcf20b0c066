import { opennessOf } from '../../assess/exposure.ts'
import { knownValue } from '../../model/fact.ts'
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
  visits: ['cluster', 'connect-cluster'],
  // Where both stand at one word, encryption comes first.
  yieldsTo: ['KR501'],
  messages: {
    anybody: 'Listener "{listener}" of cluster {cluster} lets clients in without authentication; expected {expected}',
    worker: 'Connect cluster {name} connects to Kafka without saying who it is; expected {expected}',
  },
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
        ...(authentication.state === 'absent'
          ? { absent: true, because: ['no authentication type is set, and the default is NONE'] }
          : {}),
        fixes: slot
          ? [
              {
                title: 'Authenticate with IAM (the role of the workers needs access, on a listener that takes it)',
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
        because: [open.reach === 'outside' ? 'it is reachable from outside' : 'whoever is in its network reaches it'],
        ...(authentication.state === 'absent' ? { absent: true } : {}),
        fixes: slot
          ? [
              {
                title: `Ask clients of listener "${name}" for ${expected} (those without credentials are cut off)`,
                edits: [{ op: 'set', slot, value: expected }],
              },
            ]
          : [],
      })
    }
  },
})
