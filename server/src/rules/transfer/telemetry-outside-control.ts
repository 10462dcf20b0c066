import { destinationsOf } from '../../assess/residency.ts'
import { configurationFor } from '../../assess/settled.ts'
import { defineRule } from '../rule.ts'
import { placeFacts, placeReasons, placeSources, placeWords } from './place-words.ts'
import page from './telemetry-outside-control.md'

/** Logs, metrics, traces and lineage that leave the EEA, or go to an owner that foreign law reaches; proxies that see the traffic. */
export const telemetryOutsideControl = defineRule({
  code: 'KR406',
  name: 'telemetry-outside-control',
  family: 'foreign-law',
  level: 'information',
  law: ['gdpr-44', 'gdpr-28', 'gdpr-32'],
  page,
  visits: ['connect-cluster', 'client', 'connector', 'cluster'],
  messages: {
    outside: '{who} "{name}" {does} {place}: outside the EEA',
    foreign: '{who} "{name}" {does} {what}: run by {owner}, which United States law reaches',
  },
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
          ...placeWords(destination),
          what: host ?? service ?? provider?.name ?? '',
          owner: provider?.short ?? '',
        },
        certainty: destination.certainty,
        because: placeReasons(destination),
        sources: placeSources(destination),
        ...(!outside && (entity.kind === 'cluster' || (entity.kind === 'connect-cluster' && entity.logging))
          ? { group: `telemetry of ${destination.name}` }
          : {}),
        facts: { ...placeFacts(destination), ...(provider ? { provider: provider.id } : {}) },
      })
    }
  },
})
