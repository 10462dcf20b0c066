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
    for (const { topic, at, bytes, most } of beyondLimits(db, flow))
      report('records', {
        at,
        data: { name: called(flow.name), topic: called(topic.name), bytes, most },
        certainty: 'derived',
        related: [{ at: placeOf(flow.name), message: say('related.mirror') }],
      })
  },
})
