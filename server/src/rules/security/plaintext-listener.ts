import { called } from '../../assess/called.ts'
import { opennessOf } from '../../assess/exposure.ts'
import { switchedOffBy } from '../../assess/switches.ts'
import { brokersOf } from '../../assess/brokers.ts'
import { knownValue } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { onceFor } from '../durability/broker-facts.ts'
import { alikeInFile } from '../alike.ts'
import { defineRule } from '../rule.ts'
import page from './plaintext-listener.md'

/** Listeners that talk to clients without encryption. */
export const plaintextListener = defineRule({
  code: 'KR501',
  name: 'plaintext-listener',
  family: 'transport',
  level: 'warning',
  law: ['gdpr-32'],
  page,
  mends: true,
  // Listeners of one cluster are opened and closed together; those that others reach are a matter of their own.
  alike: alikeInFile(['KR501.open'], ['cluster']),
  visits: ['cluster'],
  check(cluster, { db, report }) {
    for (const {
      setting: { key },
      value,
    } of switchedOffBy(db, cluster, 'encryption'))
      report('between', { at: value.at, data: { key, value: value.value, cluster: called(cluster.name) } })
    const once = onceFor(brokersOf(db, cluster)).group
    for (const one of cluster.listeners) {
      const { name, type, encrypted, encryption } = one
      if (encrypted.state !== 'known' || encrypted.value || knownValue(type) === 'loopback') continue
      const listener = called(name)
      const written = encryption ?? (encrypted.slot && { slot: encrypted.slot, value: true })
      report('open', {
        at: encrypted.at,
        ...(once === undefined ? {} : { group: `${once} ${listener}` }),
        data: { listener, cluster: called(cluster.name) },
        ...(opennessOf(one).reach === 'outside' ? { outside: true } : {}),
        fixes: written
          ? [
              {
                title: say('fix.tlsListener', { listener }),
                edits: [{ op: 'set', ...written }],
              },
            ]
          : [],
      })
    }
  },
})
