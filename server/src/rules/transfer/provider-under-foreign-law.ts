import type { Db } from '../../assess/db.ts'
import type { Provider } from '../../knowledge/providers.ts'
import type { Destination } from '../../assess/destination.ts'
import { placeFacts, placeReasons, placeSources, sending } from '../../assess/place-messages.ts'
import { destinationsOf } from '../../assess/residency.ts'
import { configurationFor } from '../../assess/declared.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './provider-under-foreign-law.md'

/** Destinations inside the EEA whose owner foreign law reaches, and any that the policy denies. */
export const providerUnderForeignLaw = defineRule({
  code: 'KR405',
  name: 'provider-under-foreign-law',
  family: 'foreign-law',
  level: 'information',
  law: ['cloud-act', 'fisa-702', 'gdpr-48', 'gdpr-28'],
  page,
  mends: 'decision',
  visits: ['connector', 'flow', 'connect-cluster', 'client', 'cluster'],
  yieldsTo: ['KR401', 'KR402', 'KR403', 'KR404'],
  check(entity, { db, report }) {
    const weight = configurationFor(db, entity.file)?.policy.foreignLaw
    for (const destination of destinationsOf(db, entity).filter(isReached)) {
      const { provider, status, denied } = destination
      if (!provider) continue
      const common = {
        at: destination.at,
        data: { sending: sending(destination), owner: provider.short },
        certainty: destination.certainty,
        because: [
          ...placeReasons(destination),
          say('because.providerOwner', { provider: provider.name, owner: provider.owner }),
        ],
        sources: placeSources(destination),
        facts: { ...placeFacts(destination), provider: provider.id, home: provider.home },
      }
      if (denied) report('denied', { ...common, level: 'error' })
      else if (status === 'eea' && provider.cloudAct !== 'none-known' && weight !== 'ignore')
        report(provider.cloudAct === 'yes' ? 'reached' : 'possible', {
          ...common,
          level: isKnown(db, provider) ? (weight ?? 'information') : 'hint',
          group: provider.owner,
        })
    }
  },
})

/** Whether records lie there. */
const isReached = ({ role }: Destination): boolean =>
  ['sink', 'replication', 'cluster', 'tiered-storage'].includes(role)

/** Whether foreign law surely reaches a provider, by what somebody has looked up. */
const isKnown = ({ knowledge }: Db, { cloudAct, owner }: Provider): boolean =>
  (cloudAct === 'yes' || cloudAct === 'disputed') && knowledge.verifiedOwners.has(owner)
