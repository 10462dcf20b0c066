import { placeFacts, placeReasons, placeSources, sending } from '../../assess/place-messages.ts'
import { destinationsOf } from '../../assess/residency.ts'
import { configurationFor } from '../../assess/settled.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './provider-under-foreign-law.md'

/** Destinations inside the EEA whose owner foreign law reaches, and any that the policy denies. */
export const providerUnderForeignLaw = defineRule({
  code: 'KR405',
  name: 'provider-under-foreign-law',
  family: 'foreign-law',
  level: 'information',
  law: ['cloud-act', 'gdpr-48', 'gdpr-28'],
  page,
  mends: 'decision',
  visits: ['connector', 'flow', 'connect-cluster', 'client', 'cluster'],
  yieldsTo: ['KR401', 'KR402', 'KR403', 'KR404'],
  check(entity, { db, report }) {
    const weight = configurationFor(db, entity.file)?.policy.foreignLaw
    for (const destination of destinationsOf(db, entity)) {
      const { provider, role, status, denied } = destination
      if (!provider || !['sink', 'replication', 'cluster', 'tiered-storage'].includes(role)) continue
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
      else if (status === 'eea' && provider.cloudAct !== 'none-known' && weight !== 'ignore') {
        const reached = provider.cloudAct === 'yes'
        const known = reached && db.knowledge.verifiedOwners.has(provider.owner)
        report(reached ? 'reached' : 'possible', {
          ...common,
          level: known ? (weight ?? 'information') : 'hint',
          group: provider.owner,
        })
      }
    }
  },
})
