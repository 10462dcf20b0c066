import { knobsOf } from '../../assess/durability.ts'
import { knownValue } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import { brokerFacts, onceFor } from './broker-facts.ts'
import page from './min-insync-replicas-below-two.md'

/** Writes that the leader alone may confirm. */
export const minInsyncReplicasBelowTwo = defineRule({
  code: 'KR302',
  name: 'min-insync-replicas-below-two',
  family: 'durability',
  level: 'warning',
  law: ['gdpr-32', 'gdpr-5-1-f'],
  page,
  mends: true,
  visits: ['topic', 'cluster'],
  check(entity, { db, report }) {
    for (const { means, scope, key, value, factor, default: inForce, brokers } of knobsOf(db, entity)) {
      if (means !== 'min-insync-replicas' || value.state === 'unresolved' || brokers?.count === 1) continue
      const copies = factor && knownValue(factor.value)
      const fixes =
        value.slot && copies !== undefined && copies >= 3
          ? [
              {
                title: say('fix.minInsyncTwo', { key }),
                edits: [{ op: 'set', slot: value.slot, value: 2 } as const],
              },
            ]
          : []
      if (value.state === 'absent') {
        if (scope === 'cluster-default' && inForce !== undefined && inForce < 2 && brokers && brokers.count >= 3)
          report('absent', {
            at: value.near,
            data: {},
            absent: true,
            ...onceFor(brokers),
            ...brokerFacts(brokers),
            fixes,
          })
        continue
      }
      if (value.value < 0 || value.value >= 2) continue
      const data = { key, actual: value.value, factor: copies ?? 0 }
      report(copies === undefined || copies < 1 ? 'below' : 'belowOf', {
        at: value.at,
        data,
        ...brokerFacts(brokers),
        fixes,
      })
    }
  },
})
