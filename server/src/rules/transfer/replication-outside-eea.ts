import { personalDataAt } from '../../assess/data-flow.ts'
import { destinationOf } from '../../assess/residency.ts'
import { defineRule } from '../rule.ts'
import { outsideReport } from './outside.ts'
import page from './replication-outside-eea.md'

/** Mirrors to countries that nothing covers. */
export const replicationOutsideEea = defineRule({
  code: 'KR403',
  name: 'replication-outside-eea',
  family: 'transfer',
  level: 'warning',
  law: ['gdpr-44', 'gdpr-46'],
  page,
  mends: true,
  visits: ['flow', 'connector'],
  check(entity, { db, report }) {
    const destination = destinationOf(db, entity)
    if (destination?.role !== 'replication') return
    const found = outsideReport(destination, () => personalDataAt(db, entity), db)
    if (found) report(found.message, found.report)
  },
})
