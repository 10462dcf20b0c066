import { strictest, type Destination } from '../../assess/residency.ts'
import { defineRule } from '../rule.ts'
import { placeReasons, placeWords } from './place-words.ts'
import page from './transfer-with-basis.md'

/** Transfers out of the EEA whose basis is known: for the record, not to be mended. */
export const transferWithBasis = defineRule({
  code: 'KR402',
  name: 'transfer-with-basis',
  family: 'transfer',
  level: 'information',
  law: ['gdpr-45', 'gdpr-46', 'gdpr-30'],
  page,
  visits: ['connector', 'flow'],
  messages: {
    adequate: '{who} "{name}" sends to {place}: outside the EEA, adequate{until}',
    declared: '{who} "{name}" sends to {place}: outside the EEA, declared: {basis}',
  },
  check(entity, { assess, report }) {
    const destination = assess.destination(entity)
    if (!destination) return
    const { status, safeguard, declaration } = destination
    const until = strictest(destination.countries)?.decision?.validUntil
    const common = { at: destination.at, certainty: destination.certainty, because: placeReasons(destination) }
    if (safeguard && (status === 'third' || status === 'conditional'))
      report('declared', { ...common, ...(safeguard.reference ? { because: [...common.because, `declared with the reference ${safeguard.reference}`] } : {}), data: { ...placeWords(destination), basis: basisOf(safeguard) }, related: [{ at: safeguard.at, text: 'declared here' }], facts: { safeguard: safeguard.kind } })
    else if (status === 'adequate') report('adequate', { ...common, data: { ...placeWords(destination), until: until ? ` until ${until}` : '' }, related: declaration ? [{ at: declaration.at, text: 'declared here' }] : [] })
  },
})

const kinds = { scc: 'standard contractual clauses', bcr: 'binding corporate rules', dpf: 'Data Privacy Framework listing', other: 'another safeguard' }

const basisOf = ({ kind, date }: NonNullable<Destination['safeguard']>): string => [kinds[kind], ...(date ? [date] : [])].join(' of ')
