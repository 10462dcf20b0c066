import { knobsOf } from '../../assess/durability.ts'
import { weaknessesOf } from '../../assess/standby.ts'
import { knownValue } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './standby-weaker-than-primary.md'

/** Standby clusters that keep data worse than the cluster they stand by for. */
export const standbyWeakerThanPrimary = defineRule({
  code: 'KR706',
  name: 'standby-weaker-than-primary',
  family: 'recovery',
  level: 'warning',
  law: ['gdpr-32', 'gdpr-5-1-f'],
  page,
  mends: true,
  visits: ['flow'],
  check(flow, { db, report }) {
    const brokers = knobsOf(db, flow).find(({ key }) => key === 'replication.factor')?.brokers
    for (const { key, primary, standby, at, absent, slot } of weaknessesOf(db, flow)) {
      const fits =
        slot && (!brokers || brokers.count > primary || (brokers.count === primary && key !== 'min.insync.replicas'))
      report('weaker', {
        at,
        data: {
          target: knownValue(flow.target.alias) ?? '?',
          source: knownValue(flow.source.alias) ?? '?',
          key,
          primary,
          standby,
        },
        certainty: 'derived',
        ...(absent ? { absent } : {}),
        related: flow.name.state === 'known' ? [{ at: flow.name.at, message: say('related.mirror') }] : [],
        fixes: fits
          ? [
              {
                title: say('fix.asPrimary', { key, value: primary }),
                edits: [{ op: 'set', slot, value: primary }],
              },
            ]
          : [],
      })
    }
  },
})
