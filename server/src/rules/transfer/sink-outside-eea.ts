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
  visits: ['connector'],
  check(connector, { assess, report }) {
    const destination = assess.destination(connector)
    if (destination?.role !== 'sink') return
    const found = outsideReport(destination, assess.personalDataAt(connector), assess)
    if (found) report(found.message, found.report)
  },
})
