import { fixBySetting } from '../../model/semantic-edit.ts'
import { isSharedWithMore, replicationSettingsOf } from '../../assess/durability.ts'
import { called } from '../../assess/called.ts'
import { say } from '../../words/message.ts'
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
  mends: true,
  visits: ['topic', 'cluster', 'connect-cluster', 'connector', 'client', 'flow'],
  check(entity, { db, report }) {
    for (const setting of replicationSettingsOf(db, entity)) {
      const { means, key, value, brokers } = setting
      if (means !== 'replication-factor' || value.state !== 'known' || !brokers || value.value <= brokers.count)
        continue
      // An id may be set otherwise where the brokers start.
      if (brokers.byId) continue
      const { count } = brokers
      if (isSharedWithMore(db, entity, setting)) {
        report('aboveOfOne', {
          at: value.at,
          level: 'warning',
          data: { key, actual: value.value, count, name: called(entity.name) },
          ...brokerFacts(brokers),
        })
        continue
      }
      report('above', {
        at: value.at,
        data: { key, actual: value.value, count },
        ...brokerFacts(brokers),
        fixes: fixBySetting(value.slot, count, say('fix.replicationFactorOfBrokers', { count })),
      })
    }
  },
})
