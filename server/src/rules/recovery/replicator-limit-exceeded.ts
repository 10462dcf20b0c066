import { called } from '../../assess/called.ts'
import { beyondLimits } from '../../assess/replicator-limits.ts'
import { placeOf } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './replicator-limit-exceeded.md'

/** Replicators that are asked for more than their service copies. */
export const replicatorLimitExceeded = defineRule({
  code: 'KR712',
  name: 'replicator-limit-exceeded',
  family: 'recovery',
  level: 'warning',
  law: ['gdpr-32'],
  page,
  mends: 'choice',
  visits: ['flow'],
  check(flow, { db, report }) {
    const name = called(flow.name)
    for (const beyond of beyondLimits(db, flow)) {
      const { most } = beyond
      if (beyond.is === 'topics')
        report('topics', { at: placeOf(flow.name), data: { name, count: beyond.count, most }, certainty: 'derived' })
      else
        report('records', {
          at: beyond.at,
          data: { name, topic: called(beyond.topic.name), bytes: beyond.bytes, most },
          certainty: 'derived',
          related: [{ at: placeOf(flow.name), message: say('related.mirror') }],
        })
    }
  },
})
