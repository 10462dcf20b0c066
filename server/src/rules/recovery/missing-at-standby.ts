import { called } from '../../assess/called.ts'
import { uncoveredBy } from '../../assess/counterparts.ts'
import { placeOf } from '../../model/fact.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './missing-at-standby.md'

/** Connectors and schemas that a mirror leaves at the primary. */
export const missingAtStandby = defineRule({
  code: 'KR713',
  name: 'missing-at-standby',
  family: 'recovery',
  level: 'hint',
  law: ['gdpr-32'],
  page,
  mends: 'decision',
  visits: ['flow'],
  check(flow, { db, report }) {
    const pair = { source: called(flow.source.alias), target: called(flow.target.alias) }
    const common = {
      certainty: 'derived' as const,
      related: [{ at: placeOf(flow.name), message: say('related.mirror') }],
    }
    for (const uncovered of uncoveredBy(db, flow)) {
      if (uncovered.is === 'connector') {
        const { name } = uncovered.connector
        report('connector', { ...common, at: placeOf(name), data: { ...pair, name: called(name) } })
      } else {
        const { here, there } = uncovered
        const at = uncovered.is === 'schemas' ? placeOf(uncovered.schema.name) : uncovered.at
        report(uncovered.is, { ...common, at, data: { ...pair, here, there } })
      }
    }
  },
})
