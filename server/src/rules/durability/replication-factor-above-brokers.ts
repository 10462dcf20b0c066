import { knobsOf } from '../../assess/durability.ts'
import { defineRule } from '../rule.ts'
import { brokerFacts } from './broker-facts.ts'
import page from './replication-factor-above-brokers.md'

/** More copies than brokers: the topic cannot be created. */
export const replicationFactorAboveBrokers = defineRule({
  code: 'KR305',
  name: 'replication-factor-above-brokers',
  family: 'durability',
  level: 'error',
  law: ['gdpr-32'],
  page,
  visits: ['topic', 'cluster', 'connect-cluster', 'connector', 'client', 'flow'],
  messages: {
    above: '{key} {actual}: only {brokers} known; expected at most {count}',
  },
  check(entity, { db, report }) {
    for (const { means, key, value, brokers } of knobsOf(db, entity)) {
      if (means !== 'replication-factor' || value.state !== 'known' || !brokers || value.value <= brokers.count)
        continue
      const { count } = brokers
      report('above', {
        at: value.at,
        data: { key, actual: value.value, count, brokers: count === 1 ? '1 broker is' : `${count} brokers are` },
        ...brokerFacts(brokers),
        fixes: value.slot
          ? [
              {
                title: `Set replication factor to ${count}, the number of known brokers`,
                edits: [{ op: 'set', slot: value.slot, value: count }],
              },
            ]
          : [],
      })
    }
  },
})
