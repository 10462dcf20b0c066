import { strictest } from '../../assess/destination.ts'
import { destinationsOf } from '../../assess/residency.ts'
import { defineRule } from '../rule.ts'
import { basisWords, placeFacts, placeReasons, placeSources, placeWords } from './place-words.ts'
import page from './transfer-with-basis.md'

/** Transfers out of the EEA whose basis is known: for the record, not to be mended. */
export const transferWithBasis = defineRule({
  code: 'KR402',
  name: 'transfer-with-basis',
  family: 'transfer',
  level: 'information',
  law: ['gdpr-45', 'gdpr-46', 'gdpr-30'],
  page,
  visits: ['connector', 'flow', 'connect-cluster', 'client', 'cluster'],
  messages: {
    adequate: '{who} "{name}" {does} {place}: outside the EEA, adequate{until}',
    declared: '{who} "{name}" {does} {place}: outside the EEA, declared: {basis}',
    allowed: '{who} "{name}" {does} {place}: outside the EEA, allowed by the policy, no safeguard declared',
  },
  check(entity, { db, report }) {
    for (const destination of destinationsOf(db, entity)) {
      const { status, safeguard, declaration, policy, certainty, role } = destination
      if (!['sink', 'replication', 'cluster', 'tiered-storage'].includes(role) || policy === 'refused') continue
      const until = strictest(destination.countries)?.decision?.validUntil
      const common = {
        at: destination.at,
        certainty,
        because: placeReasons(destination),
        sources: placeSources(destination),
        facts: placeFacts(destination),
      }
      const open = status === 'third' || status === 'conditional'
      if (open && safeguard)
        report('declared', {
          ...common,
          ...(safeguard.reference
            ? { because: [...common.because, `declared with the reference ${safeguard.reference}`] }
            : {}),
          data: { ...placeWords(destination), basis: basisWords(safeguard) },
          related: [{ at: safeguard.at, text: 'declared here' }],
          facts: { ...common.facts, safeguard: safeguard.kind },
        })
      else if (open && policy === 'allowed') report('allowed', { ...common, data: placeWords(destination) })
      else if (status === 'adequate')
        report('adequate', {
          ...common,
          data: { ...placeWords(destination), until: until ? ` until ${until}` : '' },
          related: declaration ? [{ at: declaration.at, text: 'declared here' }] : [],
        })
    }
  },
})
