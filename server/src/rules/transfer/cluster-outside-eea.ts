import { destinationsOf } from '../../assess/residency.ts'
import { defineRule } from '../rule.ts'
import page from './cluster-outside-eea.md'
import { outsideReport } from './outside.ts'

/** Clusters, and the stores that they put old segments into, in countries that nothing covers. */
export const clusterOutsideEea = defineRule({
  code: 'KR404',
  name: 'cluster-outside-eea',
  family: 'transfer',
  level: 'warning',
  law: ['gdpr-44', 'gdpr-46'],
  page,
  mends: true,
  // Several clients of one broker send their data to one place.
  alike: ({ data }) => (data.host === undefined ? undefined : String(data.host)),
  perEnvironment: true,
  visits: ['connect-cluster', 'client', 'flow', 'connector', 'cluster'],
  yieldsTo: ['KR401', 'KR403'],
  check(entity, { db, report }) {
    for (const destination of destinationsOf(db, entity)) {
      if (destination.role !== 'cluster' && destination.role !== 'tiered-storage') continue
      const found = outsideReport(destination, () => [], db)
      // A client that has the address under two names says one thing.
      const { name, region, host } = destination
      const once = entity.kind === 'client' ? { group: `${name} at ${region?.code ?? host ?? ''}` } : {}
      const reached = entity.kind === 'client' && host !== undefined ? { host } : {}
      if (found) report(found.message, { ...found.report, ...once, facts: { ...found.report.facts, ...reached } })
    }
  },
})
