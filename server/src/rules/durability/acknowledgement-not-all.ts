import { switchedOffBy } from '../../assess/switches.ts'
import { knownValue } from '../../model/fact.ts'
import { defineRule } from '../rule.ts'
import page from './acknowledgement-not-all.md'

/** Producers that take a write for done before the replicas have it. */
export const acknowledgementNotAll = defineRule({
  code: 'KR308',
  name: 'acknowledgement-not-all',
  family: 'durability',
  level: 'warning',
  law: ['gdpr-32', 'gdpr-5-1-f'],
  page,
  visits: ['client', 'connector', 'connect-cluster', 'flow'],
  messages: {
    acks: '{key} {value} of {owner}: a write counts {when}; expected {expected}',
    repeated: '{key} {value} of {owner}: a repeated write may be stored twice; expected {expected}',
  },
  check(entity, { db, report }) {
    for (const { setting, value, instead = 'all' } of switchedOffBy(db, entity, 'acknowledgement')) {
      const key = setting.written ?? setting.key
      const text = value.value.trim()
      const counts = /^\d$/.test(text)
      report(counts ? 'acks' : 'repeated', {
        at: value.at,
        data: {
          key,
          value: text,
          owner: knownValue(entity.name) ?? '?',
          when: text === '0' ? 'before any broker has it' : 'when the leader alone has it',
          expected: String(instead),
        },
        because: [
          counts
            ? 'min.insync.replicas protects only what producers with acks=all write'
            : 'without idempotence a retry after a lost answer is a second record, and records may change their order',
        ],
        fixes: value.slot
          ? [
              {
                title: counts
                  ? `Set ${key} to ${instead} (each write waits for the in-sync replicas)`
                  : `Set ${key} to ${instead} (needs acks=all)`,
                edits: [{ op: 'set', slot: value.slot, value: instead }],
              },
            ]
          : [],
      })
    }
  },
})
