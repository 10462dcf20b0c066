import type { Destination } from '../../assess/destination.ts'
import { strictest } from '../../assess/destination.ts'
import { basisName, placeFacts, placeReasons, placeSources, sending } from '../../assess/place-messages.ts'
import { destinationsOf } from '../../assess/residency.ts'
import { say } from '../../words/message.ts'
import { defineRule } from '../rule.ts'
import page from './transfer-with-basis.md'

/** Transfers out of the EEA whose basis is known: for the record, not to be mended. */
export const transferWithBasis = defineRule({
  code: 'KR402',
  name: 'transfer-with-basis',
  family: 'transfer',
  level: 'information',
  law: ['gdpr-45', 'gdpr-46', 'gdpr-30'],
  page,
  mends: 'nothing',
  visits: ['connector', 'flow', 'connect-cluster', 'client', 'cluster'],
  check(entity, { db, report }) {
    for (const destination of destinationsOf(db, entity).filter(isTransfer)) {
      const { status, safeguard, declaration, policy, certainty } = destination
      const until = strictest(destination.countries)?.decision?.validUntil
      const common = {
        at: destination.at,
        certainty,
        because: placeReasons(destination),
        sources: placeSources(destination),
        facts: placeFacts(destination),
      }
      const open = isOpen(destination)
      if (open && safeguard)
        report('declared', {
          ...common,
          ...(safeguard.reference
            ? { because: [...common.because, say('because.safeguardReference', { reference: safeguard.reference })] }
            : {}),
          data: { sending: sending(destination), basis: basisName(safeguard) },
          related: [{ at: safeguard.at, message: say('related.declared') }],
          facts: { ...common.facts, safeguard: safeguard.kind },
        })
      else if (open && policy === 'allowed') report('allowed', { ...common, data: { sending: sending(destination) } })
      else if (status === 'adequate')
        report('adequate', {
          ...common,
          data: { sending: sending(destination), until },
          related: declaration ? [{ at: declaration.at, message: say('related.declared') }] : [],
        })
    }
  },
})

/** Whether records go there, and the policy has nothing against it. */
const isTransfer = ({ role, policy }: Destination): boolean =>
  ['sink', 'replication', 'cluster', 'tiered-storage'].includes(role) && policy !== 'refused'

const isOpen = ({ status }: Destination): boolean => status === 'third' || status === 'conditional'
