import { placeFacts, placeReasons, placeSources, sending } from '../../assess/place-messages.ts'
import { destinationsOf, standsBesideCluster } from '../../assess/residency.ts'
import { configurationFor } from '../../assess/settled.ts'
import { defineRule } from '../rule.ts'
import page from './telemetry-outside-control.md'

/** Logs, metrics, traces and lineage that leave the EEA, or go to an owner that foreign law reaches; proxies that see the traffic. */
export const telemetryOutsideControl = defineRule({
  code: 'KR406',
  name: 'telemetry-outside-control',
  family: 'foreign-law',
  level: 'information',
  law: ['gdpr-44', 'gdpr-28', 'gdpr-32'],
  page,
  mends: 'elsewhere',
  visits: ['connect-cluster', 'client', 'connector', 'cluster'],
  check(entity, { db, report }) {
    for (const destination of destinationsOf(db, entity)) {
      const { role, status, provider, host, service, policy, safeguard } = destination
      if ((role !== 'telemetry' && role !== 'proxy') || policy === 'allowed' || safeguard) continue
      const outside = status === 'third' || status === 'conditional' || status === 'adequate'
      if (
        !outside &&
        (provider?.cloudAct !== 'yes' || configurationFor(db, entity.file)?.policy.foreignLaw === 'ignore')
      )
        continue
      report(outside ? 'outside' : 'foreign', {
        at: destination.at,
        data: {
          sending: outside ? sending(destination) : sending(destination, host ?? service ?? provider?.name ?? ''),
          owner: provider?.short ?? '',
        },
        // That the cluster stands there is said of the cluster.
        ...(outside && standsBesideCluster(db, destination) ? { level: 'hint' } : {}),
        certainty: destination.certainty,
        because: placeReasons(destination),
        sources: placeSources(destination),
        ...(!outside && (entity.kind === 'cluster' || (entity.kind === 'connect-cluster' && entity.logging))
          ? { group: `telemetry ${destination.name}` }
          : {}),
        facts: { ...placeFacts(destination), ...(provider ? { provider: provider.id } : {}) },
      })
    }
  },
})
