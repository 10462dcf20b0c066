import { personalDataAt } from '../../assess/data-flow.ts'
import { destinationOf } from '../../assess/residency.ts'
import { defineRule } from '../rule.ts'
import { outsideReport } from './outside.ts'
import page from './sink-outside-eea.md'

/** Sinks in countries that nothing covers. */
export const sinkOutsideEea = defineRule({
  code: 'KR401',
  name: 'sink-outside-eea',
  family: 'transfer',
  level: 'warning',
  law: ['gdpr-44', 'gdpr-46'],
  page,
  mends: true,
  visits: ['connector'],
  check(connector, { db, report }) {
    const destination = destinationOf(db, connector)
    if (destination?.role !== 'sink') return
    const found = outsideReport(destination, () => personalDataAt(db, connector), db)
    if (found) report(found.message, found.report)
  },
})
